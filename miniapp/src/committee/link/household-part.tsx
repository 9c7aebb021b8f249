import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Sheet } from '@/components/sheet';
import type { FieldWoman } from '@/features/visit/field';
import { householdOf } from '../women/households';
import type { LinkDraft } from './link-draft';

interface Props {
  women: readonly FieldWoman[];
  draft: LinkDraft;
  onHousehold: (part: Pick<LinkDraft, 'householdId'>) => void;
}

/** With whom she lives, out of those of her grid who are on the list. */
export function HouseholdPart({ women, draft: { gridId, householdId }, onHousehold }: Props) {
  const [choosing, setChoosing] = useState(false);
  const near = women.filter((woman) => woman.gridId === gridId);
  const family = near.filter((woman) => householdOf(woman) === householdId);
  if (near.length === 0) return null;
  const choose = (household: string | undefined) => {
    onHousehold({ householdId: household });
    setChoosing(false);
  };
  return (
    <View className="stack">
      {family.length > 0 && (
        <Text className="fact">{`和${family.map(({ name }) => name).join('、')}一家`}</Text>
      )}
      {family.length > 0 ? (
        <Button look="text" onTap={() => choose(undefined)}>
          不是一家
        </Button>
      ) : (
        <Button look="second" onTap={() => setChoosing(true)}>
          和名单上的一家
        </Button>
      )}
      {choosing && (
        <Sheet title="和谁一家" onClose={() => setChoosing(false)}>
          <Choice
            label="点一位"
            look="rows"
            options={near.map((woman) => ({
              value: woman.id,
              label: woman.name,
              note: woman.address ?? undefined,
            }))}
            chosen={undefined}
            onChoose={(id) => {
              const woman = near.find((each) => each.id === id);
              choose(woman && householdOf(woman));
            }}
          />
        </Sheet>
      )}
    </View>
  );
}
