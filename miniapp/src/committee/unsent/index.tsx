import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { FieldPage, type Field } from '../field-page';
import { whenSaved } from '../field-words';
import { Ended } from './ended';
import { RefusedOne } from './refused-one';
import { SealedWork } from './sealed-work';
import { StillWaiting } from './still-waiting';

export default function UnsentPage() {
  return <FieldPage title="未上传">{(field) => <Unsent field={field} />}</FieldPage>;
}

/** All that is not with the service: what waits, what was refused and why, what came too late. */
function Unsent({ field }: { field: Field }) {
  const { waiting, ended, sync, damaged, today } = field;
  const { count, since, refused, sealed, sealedRefused } = waiting;
  return (
    <>
      {count === 0 && <Note tone="ok" title="都传上去了。" />}
      {count > 0 && (
        <Text className="fact">
          {`${count} 条还没上传${since === null ? '' : `，最早是${whenSaved(since, today)} 的`}。`}
        </Text>
      )}
      {sync.state === 'failed' && !sync.isOffline && <Note tone="warn" title={sync.message} />}
      <Button
        look="second"
        busy={sync.state === 'running'}
        busyText="正在上传"
        onTap={() => void field.syncNow()}
      >
        现在上传
      </Button>
      {refused.length > 0 && <Heading>没传成的</Heading>}
      {refused.map((one) => (
        <RefusedOne key={one.fact.id} field={field} refused={one} />
      ))}
      <Ended field={field} ended={ended} />
      <StillWaiting field={field} />
      <SealedWork sealed={sealed} refused={sealedRefused} />
      {damaged > 0 && (
        <Note tone="error" title={`有 ${damaged} 条打不开了，没有删。请联系妇联的技术人员。`} />
      )}
    </>
  );
}
