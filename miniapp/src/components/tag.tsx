import { Text } from '@tarojs/components';
import './tag.scss';

export type Tone = 'ok' | 'warn' | 'error' | 'info' | 'plain';

const marks: Record<Tone, string> = { ok: '✓ ', warn: '! ', error: '! ', info: '', plain: '' };

/** A short state in words. The mark stands beside the colour for whoever cannot tell colours. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: string }) {
  return <Text className={`tag tag--${tone}`}>{marks[tone] + children}</Text>;
}
