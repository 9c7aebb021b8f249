import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import type { FieldWoman } from '@/features/visit/field';
import { goBack } from '@/platform/navigate';
import type { Field } from '../field-page';

/** Takes somebody off her list, after asking once. */
export function LeaveLink({ field, woman }: { field: Field; woman: FieldWoman }) {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState<string>();
  const ask = () => {
    setWhy(undefined);
    setAsking(true);
  };
  const leave = () => {
    const left = field.leaveLink(woman.id);
    if (left.kept) return goBack();
    setWhy(left.why);
  };
  return (
    <>
      <Button look="text" onTap={ask}>
        移出名单
      </Button>
      {asking && (
        <Sheet title="移出名单" onClose={() => setAsking(false)}>
          <Text>{`${woman.name}不再是您的联系户。`}</Text>
          <Text className="note">手机里她的内容马上删。已上传的，到期限再删。</Text>
          {why && <Note tone="error" title={why} />}
          <Button look="danger" onTap={leave}>
            确定移出
          </Button>
          <Button look="second" onTap={() => setAsking(false)}>
            先不移
          </Button>
        </Sheet>
      )}
    </>
  );
}
