import { usePulled } from '@/platform/page-life';
import { FieldPage, type Field } from '../field-page';
import { BegunWork } from './begun-work';
import { Tasks } from './tasks';
import { Ways } from './ways';

/** What an 执委 opens first: whom to visit today, and all else that she does in the field. */
export default function WorkPage() {
  return <FieldPage title="执委工作">{(field) => <Work field={field} />}</FieldPage>;
}

function Work({ field }: { field: Field }) {
  usePulled(() => void field.syncNow());
  return (
    <>
      <BegunWork field={field} />
      <Tasks field={field} />
      <Ways field={field} />
    </>
  );
}
