import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  deskActEndpoints,
  foundFederationLimits,
  pageLimits,
  type HandOverTarget,
  type WhyNotOffer,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { useList } from '@/platform/use-list';
import { useSettled } from '@/platform/use-settled';

const hasBelow = ({ level }: HandOverTarget): boolean => level !== 'village' && level !== 'unit';

/** Why not there, and where instead. */
export function whyNotWords(target: HandOverTarget, whyNot: WhyNotOffer): string {
  const words: Record<WhyNotOffer, string> = {
    hand_over_here_already: '现在就在这里办',
    hand_over_not_village: '她说了不要让村里知道，选镇上或更上面的',
    hand_over_no_desk: hasBelow(target)
      ? '没有人受理求助，选它的上一级，或看它下面的'
      : '没有人受理求助，选它的上一级',
  };
  return words[whyNot];
}

interface Props {
  /** Of the ticket. */
  id: string;
  chosen: HandOverTarget | undefined;
  onChoose: (target: HandOverTarget | undefined) => void;
}

/** Those around the desk of the ticket; by a tap one step up or down the tree, and any by its name. */
export function TargetChoice({ id, chosen, onChoose }: Props) {
  const [here, setHere] = useState<string>();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const targets = useList(deskActEndpoints.handOverTargets, {
    params: { id },
    query: search ? { search } : { below: here, limit: pageLimits.max },
  });
  const top = search ? undefined : targets.data?.[0];
  const go = (to: string | undefined) => {
    setHere(to);
    setTyped('');
    onChoose(undefined);
  };
  const type = (text: string) => {
    setTyped(text);
    onChoose(undefined);
  };

  return (
    <>
      <Field
        key={here}
        label="搜镇、村、社区的名字"
        hint="中文、拼音、首字母都行"
        kind="search"
        max={foundFederationLimits.wordsChars.max}
        onText={type}
      />
      <PageState
        query={targets}
        isEmpty={(items) => items.length === 0}
        empty={<Text>没找到。换个字再搜。</Text>}
      >
        {(items) => (
          <Choice
            label="哪个妇联"
            hint={top ? `${top.name}和它下面的` : '找到的'}
            look="rows"
            options={items.map((target) => ({
              value: target.id,
              label: target.name,
              note: noteOf(target, search !== ''),
            }))}
            chosen={chosen?.id}
            onChoose={(value) => onChoose(items.find((target) => target.id === value))}
          />
        )}
      </PageState>
      <More of={targets} />
      {chosen && hasBelow(chosen) && chosen.id !== top?.id && (
        <Button look="text" onTap={() => go(chosen.id)}>
          看它下面的
        </Button>
      )}
      {top?.parentId && (
        <Button look="text" onTap={() => go(top.parentId ?? undefined)}>
          {`看上一级：${top.parentName ?? '上级妇联'}`}
        </Button>
      )}
    </>
  );
}

/** Two of one name are told apart by what they lie below. */
const noteOf = (target: HandOverTarget, isFound: boolean): string | undefined =>
  [isFound && target.parentName, target.whyNot && whyNotWords(target, target.whyNot)]
    .filter(Boolean)
    .join(' · ') || undefined;
