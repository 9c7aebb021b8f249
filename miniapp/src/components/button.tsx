import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { Tap } from './tap';
import './button.scss';

interface Props {
  children: string;
  look?: 'primary' | 'second' | 'text' | 'danger';
  /** What a screen reader says when the words on the button are not enough: 「打电话给金汤妇女之家」. */
  spoken?: string;
  /** On its way: the words stay, and it cannot be tapped twice. */
  busy?: boolean;
  busyText?: string;
  /** Why it cannot be tapped now; shown below it. Never disabled without a reason. */
  whyNot?: string;
  onTap: () => void;
}

export function Button({
  children,
  look = 'primary',
  spoken = children,
  busy = false,
  busyText = '正在提交',
  whyNot,
  onTap,
}: Props) {
  const words = busy ? `${children} · ${busyText}` : children;
  const blocked = busy || whyNot !== undefined;

  return (
    <View className="button-box">
      <Tap
        className={`button button--${look} ${blocked ? 'button--blocked' : ''}`}
        label={[busy ? `${spoken}，${busyText}` : spoken, whyNot].filter(Boolean).join('，')}
        disabled={blocked}
        busy={busy}
        onTap={onTap}
      >
        <Text>{words}</Text>
      </Tap>
      {busy && <StillOnItsWay what={busyText.replace('正在', '还在')} />}
      {whyNot && (
        <View className="note">
          <Text>{whyNot}</Text>
        </View>
      )}
    </View>
  );
}

const slowMs = 3000;

/** What she reads while an answer takes long; it goes with the answer. */
function StillOnItsWay({ what }: { what: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <View className="note" {...a11y({ role: 'status', live: 'polite' })}>
      <Text>{`网络有点慢，${what}，别急。`}</Text>
    </View>
  );
}
