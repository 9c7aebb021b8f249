import { Input, Textarea } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import type { TextBoxProps } from './text-box-props';

const types = { text: 'text', number: 'number', phone: 'number', search: 'text' } as const;
// WeChat cuts at 140 characters unless told otherwise; we count and say, and never cut.
const uncut = -1;

/** Where she types. It keeps its own text, so that no answer from us can move her cursor. */
export function TextBox({ id, label, initial, lines, kind = 'text', ...rest }: TextBoxProps) {
  const { placeholder, onText, onDone } = rest;
  const common = { id, defaultValue: initial, placeholder, maxlength: uncut, ...a11y({ label }) };
  if (lines)
    return (
      <Textarea
        {...common}
        className="text-box text-box--area"
        autoHeight
        disableDefaultPadding
        onInput={({ detail }) => onText(detail.value)}
      />
    );
  return (
    <Input
      {...common}
      className="text-box"
      type={types[kind]}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onInput={({ detail }) => onText(detail.value)}
      onConfirm={onDone}
    />
  );
}
