import { useState } from 'react';
import { hasRoom, refusals } from '@niangjia/shared';
import { Button } from '@/components/button';
import { useNeedAccount } from '@/features/account/need-account';
import { whyNotAsk } from '@/features/activity/activity-words';
import type { Registrable } from './registrable';
import { RegisterSheet } from './register-sheet';

/** The button, and why it is grey. Full is no reason: she can wait for a seat. */
export function Registering(registrable: Registrable) {
  const { activity } = registrable;
  const { needAccount, signIn } = useNeedAccount();
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const why = whyNotAsk(activity, 1, Date.now());
  const begin = () => needAccount(() => setOpen(true));

  return (
    <>
      <Button whyNot={why && refusals[why].message} onTap={begin}>
        {hasRoom(activity, 1) ? '我要报名' : '排队等候'}
      </Button>
      {open && (
        <RegisterSheet
          key={round}
          {...registrable}
          needAccount={needAccount}
          onClose={() => setOpen(false)}
          onStartOver={() => setRound(round + 1)}
        />
      )}
      {signIn}
    </>
  );
}
