import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { CopyDown } from '../digits/copy-down';
import { FieldPage, type Field } from '../field-page';
import { whenSaved } from '../field-words';
import { Damaged } from './damaged';
import { Ended } from './ended';
import { RefusedOne } from './refused-one';
import type { ToCopy } from '@/features/visit/field';
import { SealedWork } from '@/features/visit/sealed-work';
import { StillWaiting } from './still-waiting';

export default function UnsentPage() {
  return <FieldPage title="未上传">{(field) => <Unsent field={field} />}</FieldPage>;
}

/** All that is not with the service: what waits, what was refused and why, what came too late. */
function Unsent({ field }: { field: Field }) {
  const { waiting, ended, sync, damaged, today } = field;
  const { count, since, refused, notTaken, sealed, sealedRefused } = waiting;
  const [toCopy, setToCopy] = useState<ToCopy>();
  if (toCopy) return <CopyDown field={field} of={toCopy} onDone={() => setToCopy(undefined)} />;
  return (
    <>
      {count === 0 && <Note tone="ok" title="都传上去了。" />}
      {count > 0 && (
        <Text className="fact">
          {`${count} 条还没上传${since === null ? '' : `，最早是${whenSaved(since, today)} 的`}。`}
        </Text>
      )}
      {sync.state === 'failed' && !sync.isOffline && <Note tone="warn" title={sync.message} />}
      {notTaken > 0 && (
        <Note
          tone="warn"
          title={`有 ${notTaken} 条那边没收下，不是您写错了，会再传。一直这样，请联系妇联的技术人员。`}
        />
      )}
      <Damaged count={damaged} />
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
        <RefusedOne key={one.fact.id} field={field} refused={one} onNewDigits={setToCopy} />
      ))}
      <Ended field={field} ended={ended} />
      <StillWaiting field={field} />
      <SealedWork sealed={sealed} refused={sealedRefused} />
    </>
  );
}
