import { useState } from 'react';
import { Text } from '@tarojs/components';
import { consentWayLabels, consentWays } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Note } from '@/components/note';
import type { ToCopy } from '@/features/visit/field';
import { draftNames } from '@/features/visit/drafts';
import type { Field } from '../field-page';
import { useDraft } from '../use-draft';
import { ContactPart } from './contact-part';
import { DropDraft } from './drop-draft';
import { FromLedger } from './from-ledger';
import { anotherWoman, maybeSame, whyNotSaveLink, writtenLink, type LinkDraft } from './link-draft';

const ways = consentWays.map((value) => ({ value, label: consentWayLabels[value] }));

interface Props {
  field: Field;
  begun: LinkDraft;
  onAdded: (card: ToCopy) => void;
}

/** What is written down of her, after she heard what it is for and said yes. */
export function LinkForm({ field, begun, onAdded }: Props) {
  const { grids, women, today } = field;
  const onlyGrid = grids.length === 1 ? grids[0]?.id : undefined;
  const { draft: typed, put, why } = useDraft(field, draftNames.link, begun);
  const draft = { ...typed, gridId: typed.gridId ?? onlyGrid };
  const [tried, setTried] = useState(false);
  const [whyNotKept, setWhyNotKept] = useState<string>();
  const faults = tried ? whyNotSaveLink(draft) : {};
  const add = () => {
    setTried(true);
    const written = writtenLink(draft, today);
    if (!written) return;
    const saved = field.addLink({ ...written, id: draft.id });
    if (!saved.kept) return setWhyNotKept(saved.why);
    field.dropDraft(draftNames.link);
    onAdded({ kind: 'card', name: written.name, code: saved.linkCode });
  };

  if (grids.length === 0)
    return <Note title="还没有您管的网格。请妇联先分给您，再联网更新一次。" />;
  return (
    <>
      {draft.ledgerEntryId ? (
        <FromLedger draft={draft} onOther={() => put(anotherWoman)} />
      ) : (
        <ContactPart
          grids={grids}
          women={women}
          draft={draft}
          same={maybeSame(draft, women)}
          faults={faults}
          put={put}
        />
      )}
      <Note title="念给她听：">
        <Text>
          “我想记下您的姓名、电话、住址，还有聊到的困难和需要，常来看看您。给您一张卡，随时能看，也随时能结束。”
        </Text>
      </Note>
      <Choice
        label="她同意了吗"
        look="rows"
        options={ways}
        chosen={draft.consent}
        error={faults.consent}
        onChoose={(consent) => put({ consent })}
      />
      {(whyNotKept ?? why) && <Note tone="error" title={whyNotKept ?? why ?? ''} />}
      <Button onTap={add}>保存</Button>
      {field.draft(draftNames.link) !== undefined && <DropDraft field={field} />}
    </>
  );
}
