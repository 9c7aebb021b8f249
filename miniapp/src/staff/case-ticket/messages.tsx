import { Text, View } from '@tarojs/components';
import type { DeskMessage } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { whenInWords } from '@/features/case-ticket/when';
import type { SectionProps } from './section';

export function Messages({ ticket: { messages, locked } }: SectionProps) {
  if (locked) return null;
  return (
    <View className="stack">
      <Heading>她说的和答复</Heading>
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </View>
  );
}

const lookOf = ({ from, internal }: DeskMessage): string => {
  if (from === 'her') return '';
  return internal ? 'message--internal' : 'message--answer';
};

const writerOf = ({ from, internal, authorName }: DeskMessage): string => {
  if (from === 'her') return '她';
  return `${authorName ?? '工作人员'}${internal ? ' · 内部备注，她看不到' : ' 答复她'}`;
};

const Message = ({ message }: { message: DeskMessage }) => (
  <View className={`message ${lookOf(message)}`}>
    <View className="note">
      <Text>{`${writerOf(message)} · ${whenInWords(message.writtenAt)}`}</Text>
    </View>
    <Text className="message__text selectable">{message.text}</Text>
  </View>
);
