import type { RefusalCode } from '@niangjia/shared';

interface Reaction {
  refusal: RefusalCode;
  /** Somebody must look: the configuration is wrong, or what we send. */
  alarm?: true;
}

/** What `jscode2session` says no with, and what the person hears. -1 is asked again before. */
const reactions: Record<number, Reaction> = {
  [-1]: { refusal: 'wechat_busy' },
  40029: { refusal: 'wechat_code_used' },
  40163: { refusal: 'wechat_code_used' },
  45011: { refusal: 'wechat_too_often' },
  40226: { refusal: 'wechat_blocked' },
};

/** Anything else is ours to mend; to her it is a WeChat that does not answer. */
export const reactionTo = (errcode: number): Reaction =>
  reactions[errcode] ?? { refusal: 'wechat_busy', alarm: true };
