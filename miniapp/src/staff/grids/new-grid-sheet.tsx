import { useState } from 'react';
import { ledgerEndpoints, ledgerLimits, type DeskGrid, type LinkHolder } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { More } from '@/components/more';
import { PageState } from '@/components/page-state';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import type { List } from '@/platform/use-list';
import { useSend } from '@/platform/use-send';

interface Props {
  keepers: List<LinkHolder>;
  onAdded: (grid: DeskGrid) => void;
  onClose: () => void;
}

/** Of a federation that has somebody to keep it. */
const federationsOf = (keepers: readonly LinkHolder[]) =>
  [...new Map(keepers.map((one) => [one.federationId, one.federationName]))].map(
    ([value, label]) => ({ value, label }),
  );

export function NewGridSheet({ keepers, onAdded, onClose }: Props) {
  const { send, busy, fault } = useSend(ledgerEndpoints.addGrid);
  const [federationId, setFederationId] = useState<string>();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const add = async () => {
    setTried(true);
    if (!federationId || !name.trim()) return;
    const grid = await send({ body: { federationId, name: name.trim() } });
    if (grid) onAdded(grid);
  };
  return (
    <Sheet title="新网格" onClose={onClose}>
      <PageState
        query={keepers}
        isEmpty={(items) => items.length === 0}
        empty={<Note title="这一片还没有执委。先给人任职，再来建网格。" />}
      >
        {(items) => (
          <Choice
            label="哪个妇联的"
            look="rows"
            error={tried && !federationId ? '点一个妇联。' : undefined}
            options={federationsOf(items)}
            chosen={federationId}
            onChoose={setFederationId}
          />
        )}
      </PageState>
      <More of={keepers} />
      <Field
        label="叫什么"
        hint="比如：榕树下一组"
        max={ledgerLimits.gridNameChars.max}
        error={tried && !name.trim() ? '写一个名字。' : undefined}
        onText={setName}
        onDone={() => void add()}
      />
      <FaultNote fault={fault} />
      <Button busy={busy} onTap={() => void add()}>
        建好
      </Button>
    </Sheet>
  );
}
