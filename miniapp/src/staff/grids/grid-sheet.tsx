import { useState } from 'react';
import { Text } from '@tarojs/components';
import { ledgerEndpoints, type DeskGrid, type LinkHolder } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { More } from '@/components/more';
import { Note } from '@/components/note';
import { PageState } from '@/components/page-state';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import type { List } from '@/platform/use-list';
import { useSend, type OnItsWay } from '@/platform/use-send';

interface Props {
  grid: DeskGrid;
  keepers: List<LinkHolder>;
  onChanged: () => void;
  onClose: () => void;
}

interface TakingBack {
  name: string;
  busy: OnItsWay | false;
  onSure: () => void;
}

/** Asked once more: from then on she sees nothing of its ledger. */
function TakeBack({ name, busy, onSure }: TakingBack) {
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked)
    return (
      <Button look="second" onTap={() => setIsAsked(true)}>
        {`从${name}收回`}
      </Button>
    );
  return (
    <Note tone="warn" title={`收回后，${name}看不到这一片的台账。`}>
      <Text>她名单上的联系户不跟着走，要另外交接。</Text>
      <Button look="danger" busy={busy} onTap={onSure}>
        确定收回
      </Button>
      <Button look="second" onTap={() => setIsAsked(false)}>
        先不收回
      </Button>
    </Note>
  );
}

/** Who keeps it: one more of the same federation, or one less. */
export function GridSheet({ grid, keepers, onChanged, onClose }: Props) {
  const giving = useSend(ledgerEndpoints.giveGrid);
  const taking = useSend(ledgerEndpoints.takeGridBack);
  const { id, holders } = grid;
  const give = async (accountId: string) => {
    if (await giving.send({ params: { id }, body: { accountId } })) onChanged();
  };
  const takeBack = async (accountId: string) => {
    if (await taking.send({ params: { id, accountId } })) onChanged();
  };
  const mayHave = ({ accountId, federationId }: LinkHolder) =>
    federationId === grid.federationId && !holders.some((one) => one.accountId === accountId);
  return (
    <Sheet title={grid.name} onClose={onClose}>
      <Text className="fact">{grid.federationName}</Text>
      {holders.length === 0 && <Text>还没交给人。</Text>}
      {holders.map(({ accountId, name }) => (
        <TakeBack
          key={accountId}
          name={name}
          busy={taking.busy}
          onSure={() => void takeBack(accountId)}
        />
      ))}
      <PageState query={keepers}>
        {(items) =>
          items.some(mayHave) ? (
            <Choice
              label="交给谁，点一下就交"
              look="rows"
              options={items
                .filter(mayHave)
                .map(({ accountId, name }) => ({ value: accountId, label: name }))}
              chosen={undefined}
              onChoose={(accountId) => void give(accountId)}
            />
          ) : (
            <Note title="这个妇联没有别的执委可以交了。" />
          )
        }
      </PageState>
      <More of={keepers} />
      <FaultNote fault={giving.fault ?? taking.fault} />
    </Sheet>
  );
}
