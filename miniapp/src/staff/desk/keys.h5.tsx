import { useState } from 'react';
import { Button } from '@/components/button';
import { Facts } from '@/components/facts';
import { Sheet } from '@/components/sheet';
import { KeysSwitch } from '@/features/account/keys-switch';
import { useKey } from '@/platform/keys';
import { goInstead, goTo, goToTab } from '@/platform/navigate';
import { useWide } from '@/platform/wide';

const keys = [
  ['j', '下一件'],
  ['k', '上一件'],
  ['Enter', '打开这一件'],
  ['s', '受理；办结了的，会先问为什么重新办理'],
  ['a', '分给同事'],
  ['t', '我来办；同事在办的，会先问一次'],
  ['r', '答复她'],
  ['e', '写内部备注'],
  ['Ctrl + Enter', '在写的框里：提交'],
  ['Shift + C', '办结，会先问一次'],
  ['/', '到筛选'],
  ['Esc', '退一步'],
  ['g 再 t', '到工作台'],
  ['g 再 v', '到执委工作'],
  ['g 再 a', '到活动'],
  ['g 再 h', '到首页'],
  ['?', '看这张表'],
].map(([name = '', words = '']) => ({ name, words }));

/** At a PC: which keys there are, and the switch for them. */
export function Keys() {
  const wide = useWide();
  const [open, setOpen] = useState(false);
  useKey('?', () => setOpen(true));
  useKey('g t', () => goInstead('/staff/desk/index'));
  useKey('g v', () => goTo('/committee/work/index'));
  useKey('g a', () => goTo('/staff/activities/index'));
  useKey('g h', () => goToTab('/pages/home/index'));
  if (!wide) return null;

  return (
    <>
      <Button look="text" onTap={() => setOpen(true)}>
        快捷键
      </Button>
      {open && (
        <Sheet title="快捷键" onClose={() => setOpen(false)}>
          <KeysSwitch />
          <Facts facts={keys} />
        </Sheet>
      )}
    </>
  );
}
