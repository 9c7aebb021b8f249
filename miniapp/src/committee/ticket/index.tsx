import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { caseTicketKindLabels, whyNotPhone } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choices } from '@/components/choice';
import { Field as TextField } from '@/components/field';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { RiskTag } from '@/features/case-ticket/ticket-tags';
import type { ToCopy } from '@/features/visit/field';
import { goBack, usePageQuery } from '@/platform/navigate';
import { CopyDown } from '../digits/copy-down';
import { FieldPage, type Field } from '../field-page';
import { needOf, type NeedOfVisit } from './need-of';

const agreed = [{ value: 'agreed', label: '她同意了' }] as const;

const notVillageOnly = [{ value: 'notVillage', label: '不要让村里知道' }] as const;

export default function TicketPage() {
  return <FieldPage title="转求助">{(field) => <Ticket field={field} />}</FieldPage>;
}

function Ticket({ field }: { field: Field }) {
  const found = needOf(field, usePageQuery());
  const [toCopy, setToCopy] = useState<ToCopy>();
  if (toCopy) return <CopyDown field={field} of={toCopy} onDone={goBack} />;
  if (!found) return <Note title="没找到这次走访。回到走访记录再看。" />;
  if (found.visit.ticketed.includes(found.need.id))
    return <Note tone="ok" title="这件已经转成求助了。" />;
  return <Asking field={field} of={found} onAsked={setToCopy} />;
}

interface Props {
  field: Field;
  of: NeedOfVisit;
  onAsked: (toCopy: ToCopy) => void;
}

/** Only with her yes, and without her name: her words and, if she likes, her number. */
function Asking({ field, of: { visit, need, name }, onAsked }: Props) {
  const [yes, setYes] = useState<readonly 'agreed'[]>([]);
  const [phone, setPhone] = useState('');
  const [wishes, setWishes] = useState<readonly 'notVillage'[]>([]);
  const [tried, setTried] = useState(false);
  const [why, setWhy] = useState<string>();
  const whyPhone = phone.trim() ? whyNotPhone({ way: 'call', phone: phone.trim() }) : undefined;
  const ask = () => {
    setTried(true);
    if (yes.length === 0 || whyPhone) return;
    const ticket = { visitId: visit.id, needId: need.id };
    const notVillage = wishes.length > 0 || undefined;
    const saved = field.askTicket({ ...ticket, phone: phone.trim() || undefined, notVillage });
    if (!saved.kept) return setWhy(saved.why);
    onAsked({ kind: 'ticket', name, code: saved.claimCode });
  };
  return (
    <>
      <Heading>{caseTicketKindLabels[need.kind]}</Heading>
      <Text className="written">{need.text}</Text>
      {visit.risk !== 'normal' && (
        <View className="tags">
          <RiskTag risk={visit.risk} />
        </View>
      )}
      <Note title="念给她听：">
        <Text>“这件事转给妇联来办，好吗？不写您的名字。留不留电话、让不让村里知道，您定。”</Text>
      </Note>
      <Choices
        label="她怎么说"
        look="rows"
        options={agreed}
        chosen={yes}
        error={tried && yes.length === 0 ? '她同意了才能转。' : undefined}
        onChoose={setYes}
      />
      <TextField
        label="她的电话"
        hint="她愿意接电话才填。"
        optional
        kind="phone"
        error={tried ? whyPhone : undefined}
        onText={setPhone}
      />
      <Choices
        label="给谁看"
        look="rows"
        options={notVillageOnly}
        chosen={wishes}
        onChoose={setWishes}
      />
      {why && <Note tone="error" title={why} />}
      <Button onTap={ask}>转求助</Button>
    </>
  );
}
