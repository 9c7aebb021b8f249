import { useState } from 'react';
import type { Division } from '@niangjia/shared';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { Screen } from '@/components/screen';
import { Hotlines } from '@/components/hotlines';
import { chooseTown } from '@/features/womens-home/place';
import { goBack, usePageQuery } from '@/platform/navigate';
import { FoundPlaces } from './found-places';
import { Towns } from './towns';
import { useSettled } from '@/platform/use-settled';
import { Villages } from './villages';

export default function TownPage() {
  const { unknown } = usePageQuery();
  const [typed, setTyped] = useState('');
  const [town, setTown] = useState<Division>();
  const search = useSettled(typed.trim());
  const choose = (division: Division) => {
    chooseTown(division);
    goBack();
  };
  const open = (division: Division) =>
    division.level === 'town' ? setTown(division) : choose(division);

  return (
    <Screen>
      {unknown && (
        <>
          <Note tone="warn" title="这张码没有登记，或已停用。选一下您在哪个乡镇也能找到家。" />
          <Hotlines />
        </>
      )}
      <Heading level={1}>您在哪个乡镇？</Heading>
      <Field label="搜乡镇、村、社区" kind="search" initial={typed} onText={setTyped} />
      {search ? <FoundPlaces search={search} onOpen={open} /> : <Towns onOpen={open} />}
      {town && <Villages town={town} onChoose={choose} onClose={() => setTown(undefined)} />}
    </Screen>
  );
}
