import { useEffect, type PropsWithChildren } from 'react';
import { nameBars } from '@/platform/browser-frame';
import { guardReturn } from '@/platform/exit';
import './tokens.scss';

guardReturn();

export default function App({ children }: PropsWithChildren) {
  useEffect(nameBars, []);
  return children;
}
