import { Text } from '@tarojs/components';
import { Choice } from '@/components/choice';
import { Field as TextField } from '@/components/field';
import { Note } from '@/components/note';
import type { FieldWoman } from '@/features/visit/field';
import type { Field } from '../field-page';
import { HouseholdPart } from './household-part';
import type { Faults, LinkDraft } from './link-draft';

interface Props extends Pick<Field, 'grids' | 'women'> {
  draft: LinkDraft;
  /** Somebody on the list who may be the same. */
  same?: FieldWoman;
  faults: Faults;
  put: (part: Partial<LinkDraft>) => void;
}

/** Who she is, how she is found and with whom she lives. */
export function ContactPart({ grids, women, draft, same, faults, put }: Props) {
  return (
    <>
      {grids.length > 1 && (
        <Choice
          label="哪个网格"
          options={grids.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.gridId}
          error={faults.gridId}
          onChoose={(gridId) => put({ gridId, householdId: undefined })}
        />
      )}
      <TextField
        label="姓名"
        initial={draft.name}
        error={faults.name}
        onText={(name) => put({ name })}
      />
      <TextField
        label="电话"
        optional
        kind="phone"
        initial={draft.phone}
        error={faults.phone}
        onText={(phone) => put({ phone })}
      />
      {same && (
        <Note tone="warn" title={`名单上有${same.name}。是同一个人，就不用再加。`}>
          <Text>{[same.phone, same.address].filter(Boolean).join('，')}</Text>
        </Note>
      )}
      <TextField
        label="住址"
        optional
        initial={draft.address}
        error={faults.address}
        onText={(address) => put({ address })}
      />
      <HouseholdPart women={women} draft={draft} onHousehold={put} />
    </>
  );
}
