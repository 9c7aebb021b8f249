import { Text, View } from '@tarojs/components';
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
      {whyNot && (
        <View className="note">
          <Text>{whyNot}</Text>
        </View>
      )}
    </View>
  );
}
