import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { safeContactWayLabels } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import type { Claim } from './claim';
import { SafeContactSheet } from './safe-contact-sheet';

/** What she has told about reaching her; nobody calls before she has. */
export function SafeContact(claim: Claim) {
  const [open, setOpen] = useState(false);
  const { safeContact } = claim.ticket;
  const words = safeContact
    ? safeContactWayLabels[safeContact.way]
    : '您没说之前，不会有人联系您。';
  return (
    <View className="stack">
      <Heading>怎么联系您才安全</Heading>
      <Text>{words}</Text>
      <Button look="second" onTap={() => setOpen(true)}>
        {safeContact ? '改一下' : '告诉我们'}
      </Button>
      {open && <SafeContactSheet {...claim} onClose={() => setOpen(false)} />}
    </View>
  );
}
