import type { CSSProperties, PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { useLeft } from '@/platform/leaving';
import { tallTapsFrom, useElder, useTextScale } from '@/platform/text-size';
import { useWindowLook } from '@/platform/window-look';
import { ExitBar, ExitWords } from './exit-bar';
import { PhoneBar } from './phone-bar';
import { StatusBar } from './status-bar';
import './screen.scss';

interface Props {
  /** Slate, neutral, with quick exit, hidden from screenshots: for pages she may have to hide. */
  help?: boolean;
  /** Uses the whole width of a PC: for staff. */
  wide?: boolean;
  /** For a page that has its own, or must not show whose it is. */
  withoutPhone?: boolean;
  /** In the place of the line that says that there is no network, for a page that works without one. */
  status?: ReactNode;
}

/** The root of every page: text scale, colours, width, no-network line, quick exit, phone. */
export function Screen({
  help = false,
  wide = false,
  withoutPhone = false,
  status = <StatusBar />,
  children,
}: PropsWithChildren<Props>) {
  const scale = useTextScale();
  const elder = useElder();
  const left = useLeft();
  useWindowLook(help);
  if (left) return <View className="screen" />;

  const tall = scale >= tallTapsFrom;
  const looks = [help && 'screen--help', wide && 'screen--wide', tall && 'screen--elder'];
  const style: CSSProperties & Record<'--k', string> = { '--k': String(scale) };
  return (
    <View className={['screen', ...looks.filter(Boolean)].join(' ')} style={style}>
      {help && <ExitBar />}
      <View className="screen__content stack" {...a11y({ role: 'main' })}>
        {status}
        {help && tall && <ExitWords />}
        {elder && !withoutPhone && <PhoneBar />}
        {children}
      </View>
    </View>
  );
}
