import { View } from '@tarojs/components';
import {
  caseTicketLimits,
  safeContactWayLabels,
  safeContactWays,
  type SafeContactWay,
} from '@niangjia/shared';
import { Choice, Choices } from '@/components/choice';
import { Field } from '@/components/field';
import { factNames, type FactName } from './draft';
import type { PartProps } from './how-it-came';

const factLabels: Record<FactName, string> = {
  isKnown: '知道她的姓名和住址，要书面告知',
  inDanger: '她现在有危险',
  notVillage: '不要让村里知道',
  followUp: '办结后可以回访',
};
const facts = factNames.map((value) => ({ value, label: factLabels[value] }));
const hers: Record<SafeContactWay, string> = {
  ...safeContactWayLabels,
  no_contact: '不要联系她，她自己来看',
};
const ways = safeContactWays.map((value) => ({ value, label: hers[value] }));

/** What else she said, and how she may be reached without danger. */
export function ReachPart({ draft, put, faults }: PartProps) {
  const mayReach = draft.way !== undefined && draft.way !== 'no_contact';
  return (
    <View className="stack">
      <Choices
        label="她还说了"
        look="rows"
        options={facts}
        chosen={draft.facts}
        onChoose={(chosen) => put({ facts: chosen })}
      />
      <Choice
        label="怎么联系她才安全"
        look="rows"
        options={ways}
        chosen={draft.way}
        onChoose={(way) => put({ way })}
      />
      {mayReach && (
        <>
          <Field
            label="她的电话"
            kind="phone"
            error={faults['phone']}
            onText={(phone) => put({ phone: phone.trim() })}
          />
          <Field
            label="什么时候方便"
            optional
            max={caseTicketLimits.contactChars.max}
            onText={(when) => put({ when: when.trim() })}
          />
        </>
      )}
    </View>
  );
}
