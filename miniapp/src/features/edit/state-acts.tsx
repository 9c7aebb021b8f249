import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { FaultNote } from '@/features/account/fault-note';
import { a11y } from '@/platform/a11y';
import type { OnItsWay, Sending } from '@/platform/use-send';
import { ReasonSheet, type Question } from './reason-sheet';

/** How it can be ended for those who count on it. */
interface Ending extends Question {
  /** The way to the question: 「取消活动」. */
  words: string;
  onEnd: (reason: string) => Promise<unknown>;
}

interface Props {
  /** Where it stands now, in a sentence; undefined while it is new. */
  standing?: string;
  isDraft: boolean;
  send: Sending;
  onSave: () => void;
  /** Saves first, so that nobody sees half of it. */
  onPublish: () => void;
  /** Another move: close, open again. */
  other?: { words: string; onTap: () => void };
  ending?: Ending;
}

/** What may be done now with something that is published: one way forward, the rest beside it. */
export function StateActs({ standing, isDraft, send, onSave, onPublish, other, ending }: Props) {
  const [asking, setAsking] = useState(false);
  const end = async (reason: string) => {
    if (await ending?.onEnd(reason)) setAsking(false);
  };

  return (
    <View className="stack">
      {!asking && <FaultNote fault={send.fault} />}
      {standing && (
        <View {...a11y({ role: 'status' })}>
          <Text>{standing}</Text>
        </View>
      )}
      <View className="row">
        <Act
          busy={send.busy}
          words={isDraft ? '发布' : '保存'}
          onTap={isDraft ? onPublish : onSave}
        />
        {isDraft && <Act look="second" busy={Boolean(send.busy)} words="存为草稿" onTap={onSave} />}
        {other && <Act look="second" {...other} />}
        {ending && <Act look="danger" words={ending.words} onTap={() => setAsking(true)} />}
      </View>
      {ending && asking && (
        <ReasonSheet
          {...ending}
          send={send}
          onConfirm={(reason) => void end(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </View>
  );
}

interface ActProps {
  look?: 'second' | 'danger';
  words: string;
  busy?: OnItsWay | boolean;
  onTap: () => void;
}

const Act = ({ words, ...button }: ActProps) => (
  <View className="row__part">
    <Button {...button}>{words}</Button>
  </View>
);
