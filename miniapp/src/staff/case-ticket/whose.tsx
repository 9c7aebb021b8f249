import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { deskActEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { whoSignedIn } from '@/features/account/who-signed-in';
import { useKey } from '@/platform/keys';
import { useSend } from '@/platform/use-send';
import { ActFault } from './act-fault';
import { AssignSheet } from './assign-sheet';
import type { SectionProps } from './section';
import { useOnConflict } from './use-ticket';

/** Who deals with it: taken by herself, or given to somebody. */
export function Whose({ ticket, onLearnt, onConflict }: SectionProps) {
  const [choosing, setChoosing] = useState(false);
  const assign = useSend(deskActEndpoints.assign);
  useOnConflict(assign.fault, onConflict);
  const { id, version, assigneeName, isMine, may } = ticket;

  const giveTo = async (accountId: string | null) => {
    const given = await assign.send({ params: { id }, body: { version, accountId } });
    if (!given) return;
    setChoosing(false);
    onLearnt(given);
  };
  const mayAssign = may.includes('assign');
  const mayTake = mayAssign && !isMine;
  const take = () => void giveTo(whoSignedIn() ?? null);
  useKey('t', mayTake ? take : undefined);
  useKey('s', mayAssign ? () => setChoosing(true) : undefined);

  return (
    <View className="stack">
      <Heading>谁在办</Heading>
      <Text className="fact">{whoInWords(isMine, assigneeName)}</Text>
      {!choosing && <ActFault fault={assign.fault} ticket={ticket} />}
      {mayAssign && (
        <View className="row">
          {mayTake && (
            <View className="row__part">
              <Button look="second" busy={assign.busy} onTap={take}>
                我来办
              </Button>
            </View>
          )}
          <View className="row__part">
            <Button look="second" onTap={() => setChoosing(true)}>
              分给同事
            </Button>
          </View>
        </View>
      )}
      {choosing && (
        <AssignSheet
          ticket={ticket}
          send={assign}
          onGive={(accountId) => void giveTo(accountId)}
          onClose={() => setChoosing(false)}
        />
      )}
    </View>
  );
}

function whoInWords(isMine: boolean, name: string | null): string {
  if (isMine) return '您在办。';
  return name ? `${name}在办。` : '还没有人办。';
}
