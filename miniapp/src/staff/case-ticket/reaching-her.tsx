import { Text, View } from '@tarojs/components';
import { safeContactWayLabels, type SafeContact } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { dial } from '@/platform/phone';
import type { SectionProps } from './section';

/** Before all that waits. */
export const InDanger = ({ ticket }: SectionProps) =>
  ticket.inDanger && (
    <Note tone="error" title="她说现在有危险">
      <View className="stack">
        <Text>先想她的安全，需要时马上打 110。</Text>
        <Button look="danger" onTap={() => dial('110')}>
          打 110
        </Button>
      </View>
    </Note>
  );

/** How and when she may be reached, before staff write to her or move it. */
export function ReachingHer({ ticket }: SectionProps) {
  const { notVillage, safeContact, locked } = ticket;
  return (
    <View className="stack">
      {notVillage && (
        <Note tone="warn" title="不要让村里知道">
          <Text>她要求避开村（社区）。不要转给村里，也不要向村里打听。</Text>
        </Note>
      )}
      {!locked && <HowToReach contact={safeContact} />}
    </View>
  );
}

const HowToReach = ({ contact }: { contact: SafeContact | null }) => (
  <>
    <Heading>怎么联系她</Heading>
    {contact && contact.way !== 'no_contact' ? (
      <Contact contact={contact} />
    ) : (
      <DoNotContact asked={Boolean(contact)} />
    )}
  </>
);

const DoNotContact = ({ asked }: { asked: boolean }) => (
  <Note tone="warn" title="不要联系她">
    <Text>
      {asked
        ? '她说不要联系，会自己来看。只在下面写答复。'
        : '她没有写怎么联系才安全。只在下面写答复，她用领取码来看。'}
    </Text>
  </Note>
);

function Contact({ contact }: { contact: SafeContact }) {
  const { way, phone, when, ifSomeoneElse, codeWord } = contact;
  const facts = [
    ['方式', safeContactWayLabels[way]],
    ['号码', phone],
    ['方便的时候', when ?? '没有写。打之前先想想她身边有没有人'],
    ['暗号', codeWord],
    ['别人接了就说', ifSomeoneElse ?? '没有写。不要说是妇联'],
  ] as const;
  return (
    <Card>
      {facts.map(
        ([word, said]) =>
          said && (
            <View key={word} className="reach__fact">
              <Text className="reach__word">{word}</Text>
              <Text className="reach__words selectable">{said}</Text>
            </View>
          ),
      )}
      {way === 'call' && phone && (
        <Button look="second" onTap={() => dial(phone)}>
          打电话
        </Button>
      )}
    </Card>
  );
}
