import { a11y } from '@/platform/a11y';
import type { TapProps } from './tap-props';

/** The one thing that can be tapped. In a browser it is a real button: keys and focus come with it. */
export function Tap({ label, role, className = '', onTap, children, id, ...states }: TapProps) {
  return (
    <button
      id={id}
      type="button"
      className={`tap ${className}`}
      onClick={() => !states.disabled && onTap()}
      {...a11y({ role: role === 'button' ? undefined : role, label, ...states })}
    >
      {children}
    </button>
  );
}
