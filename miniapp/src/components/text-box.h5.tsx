import type { TextBoxProps } from './text-box-props';

const modes = { text: 'text', number: 'numeric', phone: 'tel', search: 'search' } as const;

/** Where she types. It keeps its own text, so that no answer from us can move her cursor. */
export function TextBox({ id, label, initial, lines, kind = 'text', ...rest }: TextBoxProps) {
  const { describedBy, invalid, placeholder, onText, onDone } = rest;
  const common = {
    id,
    className: 'text-box',
    defaultValue: initial,
    placeholder,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    autoComplete: 'off',
  };
  if (lines)
    return <textarea {...common} rows={lines} onChange={(event) => onText(event.target.value)} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={modes[kind]}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={({ key }) => key === 'Enter' && onDone?.()}
    />
  );
}
