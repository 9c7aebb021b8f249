import { View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import type { TapProps } from './tap-props';

/** The one thing that can be tapped. WeChat reads it as the role says, with the label. */
export function Tap({
  label,
  role = 'button',
  className = '',
  onTap,
  children,
  id,
  ...states
}: TapProps) {
  return (
    <View
      id={id}
      className={`tap ${className}`}
      hoverClass="tap--pressed"
      onClick={() => !states.disabled && onTap()}
      {...a11y({ role, label, ...states })}
    >
      {children}
    </View>
  );
}
