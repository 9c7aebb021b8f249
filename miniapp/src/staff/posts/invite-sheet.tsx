import { useState } from 'react';
import { Text } from '@tarojs/components';
import {
  claimCodeInGroups,
  invitationEndpoints,
  invitationLimits,
  postKindLabels,
  postKinds,
  type NewInvitation,
  type PostKind,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { FaultNote } from '@/features/account/fault-note';
import { readTypedDay } from '@/features/edit/typed';
import { copy } from '@/platform/clipboard';
import { fieldsOf } from '@/platform/refused';
import { useSend } from '@/platform/use-send';

interface Props {
  federationId: string;
  onInvited: () => void;
  onClose: () => void;
}

const kinds = postKinds.map((value) => ({ value, label: postKindLabels[value] }));

/** Which post, until when; then the digits, which are shown this once. */
export function InviteSheet({ federationId, onInvited, onClose }: Props) {
  const [made, setMade] = useState<NewInvitation>();
  const done = (invitation: NewInvitation) => {
    setMade(invitation);
    onInvited();
  };
  return (
    <Sheet title="请人任职" onClose={onClose}>
      {made ? <Digits made={made} /> : <Asking federationId={federationId} onDone={done} />}
    </Sheet>
  );
}

function Asking({
  federationId,
  onDone,
}: {
  federationId: string;
  onDone: (made: NewInvitation) => void;
}) {
  const { send, busy, fault } = useSend(invitationEndpoints.invite);
  const [kind, setKind] = useState<PostKind>();
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const toDay = readTypedDay(day);
  const dayFault = day.trim() && !toDay ? '写一个日期，比如 2031-3-8。不写也行。' : undefined;
  const invite = async () => {
    setTried(true);
    if (!kind || dayFault) return;
    const body = { kind, ...(toDay && { toDay }) };
    const made = await send({ params: { id: federationId }, body });
    if (made) onDone(made);
  };
  return (
    <>
      <Choice
        label="请她做什么"
        error={tried && !kind ? '点一个任职。' : undefined}
        options={kinds}
        chosen={kind}
        onChoose={setKind}
      />
      <Field
        label="做到哪一天"
        hint="届满的日子，比如：2031-3-8"
        optional
        error={(tried && dayFault) || fieldsOf(fault).toDay}
        onText={setDay}
      />
      <FaultNote fault={fault} />
      <Button busy={busy} onTap={() => void invite()}>
        要 20 位数字
      </Button>
    </>
  );
}

function Digits({ made }: { made: NewInvitation }) {
  const [copied, setCopied] = useState<boolean>();
  const words = claimCodeInGroups(made.code);
  return (
    <>
      <Note
        tone="warn"
        title={`只显示这一次。${invitationLimits.days} 天里谁先填上，任职就是谁的，只发给她本人。`}
      />
      <Text className="selectable number">{words}</Text>
      <Text className="note">她打开“我的 › 接受任职”，登录后填上。</Text>
      <Button look="second" onTap={() => void copy(made.code).then(setCopied)}>
        复制数字
      </Button>
      {copied !== undefined && (
        <Note
          tone={copied ? 'ok' : 'warn'}
          title={copied ? '复制好了，可以发给她。' : '没复制成。请照着抄下来。'}
        />
      )}
    </>
  );
}
