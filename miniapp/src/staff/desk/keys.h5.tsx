import { useState } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Facts } from '@/components/facts';
import { Sheet } from '@/components/sheet';
import { switchKeys, useKey, useKeysOn } from '@/platform/keys';
import { useWide } from '@/platform/wide';

const keys = [
  ['j', '下一件'],
  ['k', '上一件'],
  ['Enter', '打开这一件'],
  ['a', '受理'],
  ['t', '我来办'],
  ['s', '分给同事'],
  ['r', '答复她'],
  ['i', '写内部备注'],
  ['Ctrl + Enter', '提交写好的'],
  ['Shift + C', '办结，会先问一次'],
  ['/', '到筛选'],
  ['Esc', '退一步'],
  ['?', '看这张表'],
].map(([name = '', words = '']) => ({ name, words }));

const switches = [
  { value: 'on', label: '开' },
  { value: 'off', label: '关' },
] as const;

/** At a PC: which keys there are, and the switch for them. */
export function Keys() {
  const wide = useWide();
  const on = useKeysOn();
  const [open, setOpen] = useState(false);
  useKey('?', () => setOpen(true));
  if (!wide) return null;

  return (
    <>
      <Button look="text" onTap={() => setOpen(true)}>
        快捷键
      </Button>
      {open && (
        <Sheet title="快捷键" onClose={() => setOpen(false)}>
          <Choice
            label="单个字母的快捷键"
            options={switches}
            chosen={on ? 'on' : 'off'}
            onChoose={(value) => switchKeys(value === 'on')}
          />
          <Text className="note">打字的时候，单个字母不起作用。</Text>
          <Facts facts={keys} />
        </Sheet>
      )}
    </>
  );
}
