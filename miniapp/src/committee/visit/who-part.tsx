import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field as TextField } from '@/components/field';
import '@/features/edit/editor.scss';
import type { FieldWoman } from '@/features/visit/field';
import type { Field } from '../field-page';
import { lastVisitInWords } from '../field-words';

const most = 8;

/** Those whom she should visit first, then the others as they stand on her list. */
function offered({ women, tasks }: Field, typed: string): FieldWoman[] {
  const due = tasks.flatMap(({ linkId }) => women.filter(({ id }) => id === linkId));
  const others = women.filter((woman) => !due.includes(woman));
  return [...due, ...others].filter(({ name }) => name.includes(typed.trim())).slice(0, most);
}

interface Props {
  field: Field;
  linkId?: string;
  error?: string;
  onWho: (linkId: string) => void;
}

/** Whom she visited: known from where she came, or found by a part of the name. */
export function WhoPart({ field, linkId, error, onWho }: Props) {
  const [typed, setTyped] = useState('');
  const [choosing, setChoosing] = useState(false);
  const { women, today } = field;
  const who = women.find(({ id }) => id === linkId);
  if (who && !choosing)
    return (
      <View className="list-head">
        <Text className="strong">{who.name}</Text>
        <Button look="text" onTap={() => setChoosing(true)}>
          换一位
        </Button>
      </View>
    );

  const options = offered(field, typed).map((woman) => ({
    value: woman.id,
    label: woman.name,
    note: lastVisitInWords(woman, today),
  }));
  return (
    <View className="stack">
      {women.length > most && <TextField label="找姓名" optional onText={setTyped} />}
      <Choice
        label="去看了谁"
        hint={options.length === 0 ? '名单上没有。先加联系户。' : undefined}
        look="rows"
        options={options}
        chosen={linkId}
        error={error}
        onChoose={(id) => {
          onWho(id);
          setChoosing(false);
        }}
      />
    </View>
  );
}
