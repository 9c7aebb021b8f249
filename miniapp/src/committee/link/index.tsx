import { useState } from 'react';
import { goBack } from '@/platform/navigate';
import { CopyDown } from '../digits/copy-down';
import { hasCopied, type ToCopy } from '../digits/to-copy';
import { draftNames } from '../drafts';
import { FieldPage, type Field } from '../field-page';
import { anEmptyLink, type LinkDraft } from './link-draft';
import { LinkForm } from './link-form';

export default function LinkPage() {
  return <FieldPage title="加联系户">{(field) => <Link field={field} />}</FieldPage>;
}

function Link({ field }: { field: Field }) {
  const [begun] = useState(() => field.draft<LinkDraft>(draftNames.link) ?? anEmptyLink);
  const [card, setCard] = useState<ToCopy>();
  const finish = (code: string) => {
    hasCopied(field, code);
    goBack();
  };
  if (card) return <CopyDown of={card} onDone={() => finish(card.code)} />;
  return <LinkForm field={field} begun={begun} onAdded={setCard} />;
}
