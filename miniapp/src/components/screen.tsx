import type { CSSProperties, PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { useLeft } from '@/platform/leaving';
import { elderFrom, useTextScale } from '@/platform/text-size';
import { ExitBar } from './exit-bar';
import { StatusBar } from './status-bar';
import './screen.scss';

interface Props {
  /** Slate, neutral, with quick exit: for pages she may have to hide. */
  help?: boolean;
  /** Uses the whole width of a PC: for staff. */
  wide?: boolean;
}

/** The root of every page: text scale, colours, width, no-network line, quick exit. */
export function Screen({ help = false, wide = false, children }: PropsWithChildren<Props>) {
  const scale = useTextScale();
  const left = useLeft();
  if (left) return <View className="screen" />;

  const looks = [
    help && 'screen--help',
    wide && 'screen--wide',
    scale >= elderFrom && 'screen--elder',
  ];
  const style: CSSProperties & Record<'--k', string> = { '--k': String(scale) };
  return (
    <View className={['screen', ...looks.filter(Boolean)].join(' ')} style={style}>
      {help && <ExitBar />}
      <View className="screen__content stack" {...a11y({ role: 'main' })}>
        <StatusBar />
        {children}
      </View>
    </View>
  );
}
