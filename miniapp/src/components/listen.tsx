import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { onExit } from '@/platform/leaving';
import { useElder } from '@/platform/text-size';
import { hush, speak, useVoice } from '@/platform/voice';
import { Button } from './button';
import { Note } from './note';

interface Props {
  text: string;
  /** What it is about, for a reader: 「包粽子」. */
  about: string;
  /** On short texts, such as a card in a list, it stands in 长辈版 only. */
  elderOnly?: boolean;
}

/** 听一听: reads a text out, by her tap only. Where nothing can speak it is not there. */
export function Listen({ text, about, elderOnly = false }: Props) {
  const canSpeak = useVoice();
  const elder = useElder();
  const [state, setState] = useState<'quiet' | 'speaking' | 'failed'>('quiet');
  useEffect(() => onExit(hush), []);
  useEffect(() => hush, []);
  if (!canSpeak || (elderOnly && !elder)) return null;

  const speaking = state === 'speaking';
  const listen = () => {
    setState(speaking ? 'quiet' : 'speaking');
    if (speaking) hush();
    else speak(text, (spoken) => setState(spoken ? 'quiet' : 'failed'));
  };
  return (
    <View className="stack">
      <Button look="second" spoken={`${speaking ? '不听了' : '听一听'}，${about}`} onTap={listen}>
        {speaking ? '不听了' : '听一听'}
      </Button>
      {state === 'failed' && <Note tone="warn" title="现在念不出来。可以打电话问。" />}
    </View>
  );
}
