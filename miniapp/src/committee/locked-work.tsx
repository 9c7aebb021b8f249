import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { startAnew } from '@/features/visit/her-field';

/** Acts are on the phone and their key is not. Nothing is written over until she gives them up. */
export function LockedWork() {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Note tone="error" title="手机里没上传的打不开了，没有删。">
        <Text>关掉小程序，再打开试试。还打不开，请联系妇联的技术人员。</Text>
      </Note>
      {asks && <Note tone="warn" title="打不开的那些就没了，再也找不回来。" />}
      {asks ? (
        <Button look="danger" onTap={() => void startAnew()}>
          确定重新开始
        </Button>
      ) : (
        <Button look="text" onTap={() => setAsks(true)}>
          重新开始
        </Button>
      )}
    </>
  );
}
