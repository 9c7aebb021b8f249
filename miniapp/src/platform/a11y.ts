interface Spoken {
  role?: string;
  label?: string;
  hidden?: boolean;
  live?: 'polite' | 'assertive';
  checked?: boolean;
  selected?: boolean;
  /** Of a list, the one that is open beside it. */
  current?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  busy?: boolean;
  modal?: boolean;
  level?: 1 | 2 | 3;
}

const roleName = process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role';

/**
 * What a screen reader says, for both builds: `<View {...a11y({ role: 'alert' })}>`.
 * Values are strings, because Taro's browser components drop `false`.
 */
export function a11y({ role, ...states }: Spoken): Record<string, string> {
  const said = Object.entries(states)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [`aria-${name}`, String(value)]);
  return { ...(role && { [roleName]: role }), ...Object.fromEntries(said) };
}
