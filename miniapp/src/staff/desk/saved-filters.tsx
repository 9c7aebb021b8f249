import { useState } from 'react';
import { View } from '@tarojs/components';
import {
  savedFilterEndpoints,
  savedFilterLimits,
  type DeskFilter,
  type SavedFilter,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { useQuery } from '@/platform/use-query';
import { useSend } from '@/platform/use-send';
import { QuestionSheet } from '../case-ticket/question-sheet';
import { filterInWords, isNarrowed, type Narrowed } from './filter-words';

const sameFilter = (one: DeskFilter, other: DeskFilter): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

const withoutGaps = (filter: DeskFilter): DeskFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

const narrowedBy = (kept: SavedFilter | undefined): Narrowed => ({
  filter: kept?.filter ?? {},
  federationName: kept?.federationName ?? undefined,
});

type Question = Narrowed & { before?: SavedFilter };

interface Props {
  narrowed: Narrowed;
  onChoose: (narrowed: Narrowed) => void;
}

/** Filters that she named and kept: one tap each. The chosen one can be renamed and removed. */
export function SavedFilters({ narrowed, onChoose }: Props) {
  const [question, setQuestion] = useState<Question>();
  const { data, again } = useQuery(savedFilterEndpoints.mine, {});
  const save = useSend(savedFilterEndpoints.save);
  const remove = useSend(savedFilterEndpoints.remove);
  const kept = data?.items ?? [];
  const now = withoutGaps(narrowed.filter);
  const asked = { filter: now, federationName: narrowed.federationName };
  const chosen = kept.find((each) => sameFilter(withoutGaps(each.filter), now));

  const take = async (name: string) => {
    if (!question || !(await save.send({ body: { name, filter: question.filter } }))) return;
    if (question.before) await remove.send({ params: { id: question.before.id } });
    setQuestion(undefined);
    again();
  };
  const drop = async ({ id }: SavedFilter) => {
    await remove.send({ params: { id } });
    again();
  };

  return (
    <>
      {kept.length > 0 && (
        <Choice
          label="我存的筛选"
          options={kept.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={chosen?.id}
          onChoose={(id) => onChoose(narrowedBy(kept.find((each) => each.id === id)))}
        />
      )}
      <View className="row">
        {chosen && (
          <Button look="text" onTap={() => setQuestion({ ...asked, before: chosen })}>
            改名
          </Button>
        )}
        {chosen && (
          <Button look="text" busy={remove.busy} onTap={() => void drop(chosen)}>
            删掉这个筛选
          </Button>
        )}
        {!chosen && isNarrowed(now) && (
          <Button look="text" onTap={() => setQuestion(asked)}>
            存下这个筛选
          </Button>
        )}
      </View>
      {question && (
        <QuestionSheet
          title={question.before ? '改个名字' : '存下这个筛选'}
          leadsTo={`${filterInWords(question)}。只有您自己看得到。`}
          asks={[
            {
              name: 'name',
              label: '名字',
              initial: question.before?.name,
              chars: savedFilterLimits.nameChars,
            },
          ]}
          button="保存"
          send={save}
          onConfirm={({ name }) => void take(name)}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}
