import { useEffect, useRef } from 'react';

const focusable = 'button, input, textarea, a[href]';

/** Focus goes into the dialog and stays there; Escape closes it; focus then goes back. */
export function useDialogFocus(id: string, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    const inside = () => [
      ...(document.getElementById(id)?.querySelectorAll<HTMLElement>(focusable) ?? []),
    ];
    inside()[0]?.focus();

    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab') stayInside(event, inside());
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [id]);
}

function stayInside(event: KeyboardEvent, inside: HTMLElement[]): void {
  const edge = event.shiftKey ? inside[0] : inside[inside.length - 1];
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? inside[inside.length - 1] : inside[0])?.focus();
}
