import { useState } from 'react';
import { Text } from '@tarojs/components';
import { freshMinutes } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { whoSignedIn } from '@/features/account/who-signed-in';
import { DigitsForm } from './digits-form';
import { SetUp } from './set-up';

interface Props {
  isFresh: boolean;
  onProved: () => void;
}

/** It is set up: she proves it, or changes her authenticator, or has lost it. */
export function ProveIt({ isFresh, onProved }: Props) {
  const [changes, setChanges] = useState(false);
  if (changes) return <SetUp onProved={onProved} />;
  return (
    <>
      <Heading level={1}>两步验证</Heading>
      {isFresh ? (
        <>
          <Note tone="ok" title={`刚验证过，${freshMinutes} 分钟内不用再填。`} />
          <Button onTap={onProved}>接着办</Button>
        </>
      ) : (
        <>
          <Text>打开验证器，找到“近邻娘家”。</Text>
          <DigitsForm label="现在的 6 位数字" act="验证" onProved={onProved} />
        </>
      )}
      <Heading>换手机</Heading>
      {isFresh ? (
        <Button look="second" onTap={() => setChanges(true)}>
          换一个验证器
        </Button>
      ) : (
        <Text>旧手机还在：先验证，再从“我的”回到这一页换。</Text>
      )}
      <Heading>手机丢了</Heading>
      <Text>请妇联负责人当面认清是您，再请管系统的人取消旧的。把您的编号抄给她：</Text>
      <Text className="strong selectable">{whoSignedIn() ?? ''}</Text>
    </>
  );
}
