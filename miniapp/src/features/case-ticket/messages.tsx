import { Text, View } from '@tarojs/components';
import { momentInWords, readRfc3339, type ClaimedTicket } from '@niangjia/shared';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { a11y } from '@/platform/a11y';
import './messages.scss';

export const timeInWords = (text: string): string => momentInWords(readRfc3339(text) ?? 0);

/** Answers first in sight: what the federation wrote, then all in order. */
export function Messages({ ticket }: { ticket: ClaimedTicket }) {
  const { messages, federationName } = ticket;
  const answered = messages.some(({ from }) => from === 'federation');
  return (
    <View className="stack">
      <Heading>{answered ? '答复' : '还没有答复'}</Heading>
      {!answered && <Note title={waitingWords(ticket)} />}
      <View className="stack" {...a11y({ role: 'list' })}>
        {messages.map(({ id, from, text, writtenAt }) => (
          <View key={id} {...a11y({ role: 'listitem' })}>
            <Card>
              <Text className="note message__head">
                {`${from === 'her' ? '您写的' : federationName} · ${timeInWords(writtenAt)}`}
              </Text>
              <Text className="selectable message">{text}</Text>
            </Card>
          </View>
        ))}
      </View>
    </View>
  );
}

/** Hours are promised only where the federation itself has set them. */
const waitingWords = ({ answersWithinHours, federationName }: ClaimedTicket): string =>
  answersWithinHours === null
    ? `${federationName}收到了。过些时候凭这串数字来看。`
    : `${federationName}收到了，${answersWithinHours} 小时内答复。`;
