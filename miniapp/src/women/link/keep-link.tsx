import { useState } from 'react';
import { linkEndpoints } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { SendFault } from '@/features/case-ticket/send-fault';
import { useSessionToken } from '@/platform/session';
import { useSend } from '@/platform/use-send';

/** 收进我的, only for whoever is signed in already: this page signs nobody in. */
export function KeepLink({ linkCode }: { linkCode: string }) {
  const signedIn = useSessionToken() !== undefined;
  const { send, busy, fault } = useSend(linkEndpoints.keep);
  const [kept, setKept] = useState(false);
  const keep = async () => setKept((await send({ body: { linkCode } })) !== undefined);

  if (!signedIn) return null;
  if (kept) return <Note tone="ok" title="收进去了。以后在「我的」里看，不用输数字。" />;
  return (
    <>
      <SendFault fault={fault} />
      <Button look="second" busy={busy} onTap={() => void keep()}>
        收进「我的」
      </Button>
    </>
  );
}
