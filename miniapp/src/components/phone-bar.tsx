import { useState } from 'react';
import { Button } from './button';
import { Hotlines } from './hotlines';
import { Sheet } from './sheet';

/** 打热线电话, at the same place on every page of 长辈版. */
export function PhoneBar() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="second" onTap={() => setOpen(true)}>
        打热线电话
      </Button>
      {open && <PhoneSheet onClose={() => setOpen(false)} />}
    </>
  );
}

export const PhoneSheet = ({ onClose }: { onClose: () => void }) => (
  <Sheet title="打给谁？" onClose={onClose}>
    <Hotlines />
  </Sheet>
);
