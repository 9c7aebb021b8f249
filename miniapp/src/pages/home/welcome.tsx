import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { keep, stored } from '@/platform/storage';

const key = 'welcomed';

/** Once, on the first visit: what this is. It asks for nothing and stands in the way of nothing. */
export function Welcome() {
  const [welcomed, setWelcomed] = useState(() => stored<boolean>(key) === true);
  const done = () => {
    keep(key, true);
    setWelcomed(true);
  };
  if (welcomed) return null;
  return (
    <Note title="这里是近邻娘家，妇联办的。">
      <Text>找妇女之家，报活动，找妈妈岗。有难处点「我要求助」，不用登录。</Text>
      <Button look="second" onTap={done}>
        知道了
      </Button>
    </Note>
  );
}
