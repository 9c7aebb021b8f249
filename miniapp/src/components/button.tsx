import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import type { OnItsWay } from '@/platform/use-send';
import { Tap } from './tap';
import './button.scss';

interface Props {
  children: string;
  look?: 'primary' | 'second' | 'text' | 'danger';
  /** What a screen reader says when the words on the button are not enough: 「打电话给金汤妇女之家」. */
  spoken?: string;
  /** On its way: the words stay, it cannot be tapped twice, and what takes long can be cancelled. */
  busy?: OnItsWay | boolean;
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
  const blocked = Boolean(busy) || whyNot !== undefined;

  return (
    <View className="button-box">
      <Tap
        className={`button button--${look} ${blocked ? 'button--blocked' : ''}`}
        label={[busy ? `${spoken}，${busyText}` : spoken, whyNot].filter(Boolean).join('，')}
        disabled={blocked}
        busy={Boolean(busy)}
        onTap={onTap}
      >
        <Text>{words}</Text>
      </Tap>
      {busy && (
        <StillOnItsWay busyText={busyText} onCancel={busy === true ? undefined : busy.cancel} />
      )}
      {whyNot && (
        <View className="note">
          <Text>{whyNot}</Text>
        </View>
      )}
    </View>
  );
}

const slowMs = 3000;

interface SlowProps {
  busyText: string;
  onCancel?: () => void;
}

/**
 * While an answer takes long, and gone with it. The way to cancel comes only now and beside the button: a
 * double tap must not cancel what the first tap sent.
 */
function StillOnItsWay({ busyText, onCancel }: SlowProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) return null;
  return (
    <>
      <View className="note" {...a11y({ role: 'status', live: 'polite' })}>
        <Text>{`网络有点慢，${busyText.replace('正在', '还在')}，别急。`}</Text>
      </View>
      {onCancel && (
        <Button look="text" onTap={onCancel}>
          {busyText.replace('正在', '取消')}
        </Button>
      )}
    </>
  );
}
