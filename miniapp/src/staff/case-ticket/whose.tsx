import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { deskActEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { whoSignedIn } from '@/features/account/who-signed-in';
import { useKey } from '@/platform/keys';
import { useSend } from '@/platform/use-send';
import { ActFault } from './act-fault';
import { ActSheet, reasonAsk } from './act-sheet';
import { AssignSheet } from './assign-sheet';
import type { SectionProps } from './section';
import { useOnConflict } from './use-ticket';

/** Who deals with it: taken by herself, or given to somebody. Taking it over from a colleague asks why. */
export function Whose({ ticket, onLearnt, onConflict }: SectionProps) {
  const [asking, setAsking] = useState<'whom' | 'why'>();
  const assign = useSend(deskActEndpoints.assign);
  useOnConflict(assign.fault, onConflict);
  const { id, version, assigneeName, isMine, may } = ticket;

  const giveTo = async (accountId: string | null, reason?: string) => {
    const given = await assign.send({ params: { id }, body: { version, accountId, reason } });
    if (!given) return;
    setAsking(undefined);
    onLearnt(given);
  };
  const mayAssign = may.includes('assign');
  const mayTake = mayAssign && !isMine;
  const toHer = (reason?: string) => void giveTo(whoSignedIn() ?? null, reason);
  const take = () => (assigneeName ? setAsking('why') : toHer());
  const choose = () => setAsking('whom');
  const stop = () => setAsking(undefined);
  useKey('t', mayTake ? take : undefined);
  useKey('a', mayAssign ? choose : undefined);

  return (
    <View className="stack">
      <Heading>谁在办</Heading>
      <Text className="fact">{whoInWords(isMine, assigneeName)}</Text>
      {!asking && <ActFault fault={assign.fault} ticket={ticket} />}
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
            <Button look="second" onTap={choose}>
              分给同事
            </Button>
          </View>
        </View>
      )}
      {asking === 'why' && (
        <ActSheet
          title={`从${assigneeName ?? '同事'}手上接过来？`}
          leadsTo="她会收到消息，知道换人办了。"
          asks={[reasonAsk('为什么接过来')]}
          button="接过来办"
          ticket={ticket}
          send={assign}
          onConfirm={({ reason }) => toHer(reason)}
          onClose={stop}
        />
      )}
      {asking === 'whom' && (
        <AssignSheet
          ticket={ticket}
          send={assign}
          onGive={(accountId) => void giveTo(accountId)}
          onClose={stop}
        />
      )}
    </View>
  );
}

function whoInWords(isMine: boolean, name: string | null): string {
  if (isMine) return '您在办。';
  return name ? `${name}在办。` : '还没有人办。';
}
