import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { secondFactorEndpoints, type SecondFactorKey } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Heading } from '@/components/heading';
import { Note } from '@/components/note';
import { FaultNote } from '@/features/account/fault-note';
import { copy } from '@/platform/clipboard';
import { useSend } from '@/platform/use-send';
import { DigitsForm } from './digits-form';

const authenticators = ['Microsoft Authenticator', 'Google Authenticator', 'FreeOTP'];

/** A key goes into her authenticator; it counts when digits made from it come back. */
export function SetUp({ onProved }: { onProved: () => void }) {
  const { send, busy, fault } = useSend(secondFactorEndpoints.begin);
  const [key, setKey] = useState<SecondFactorKey>();
  const begin = async () => setKey(await send({}));
  return (
    <>
      <Heading level={1}>设置两步验证</Heading>
      <Text>工作台上是妇女说的事。除了微信，再要验证器上的 6 位数字，光有您的微信看不到。</Text>
      <Heading>1. 装一个验证器</Heading>
      <Text>凡是支持 TOTP 的都行，应用商店里有，比如：</Text>
      {authenticators.map((name) => (
        <Text key={name} className="fact">
          {name}
        </Text>
      ))}
      <Text className="note">数字照公开的标准算，我们没有一个个试过。</Text>
      <Heading>2. 把密钥放进去</Heading>
      <FaultNote fault={fault} />
      {key ? (
        <KeyToCopy shown={key} />
      ) : (
        <Button busy={busy} busyText="正在生成" onTap={() => void begin()}>
          要一个密钥
        </Button>
      )}
      {key && (
        <>
          <Heading>3. 填它给的数字</Heading>
          <DigitsForm label="6 位数字" act="设好" onProved={onProved} />
        </>
      )}
    </>
  );
}

const inGroups = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1 ');

function KeyToCopy({ shown: { uri, key } }: { shown: SecondFactorKey }) {
  const [copied, setCopied] = useState<string>();
  const take = async (what: string, text: string) =>
    setCopied((await copy(text)) ? `${what}复制好了。` : '没复制成，请照着抄。');
  return (
    <View className="stack">
      <Facts facts={[{ name: '密钥', words: inGroups(key) }]} />
      <Button look="second" onTap={() => void take('密钥', key)}>
        复制密钥
      </Button>
      <Button look="second" onTap={() => void take('整条地址', uri)}>
        复制整条地址
      </Button>
      {copied && <Note tone="ok" title={copied} />}
      <Text className="note">
        在验证器里选“手动输入”，名字填“近邻娘家”，类型选“按时间”。能直接贴地址的，贴整条地址。密钥只显示这一次，不要发给别人。
      </Text>
    </View>
  );
}
