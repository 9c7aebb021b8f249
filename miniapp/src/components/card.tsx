import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import './card.scss';

/** A quiet surface that holds what belongs together. */
export function Card({ children }: PropsWithChildren) {
  return <View className="card stack">{children}</View>;
}
