import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import { Tap } from './tap';
import { Wrong } from './wrong';
import './choice.scss';

export interface Option<T extends string> {
  value: T;
  label: string;
  note?: string;
}

interface Shown<T extends string> {
  /** The question; stands above and names the group for a reader. */
  label: string;
  hint?: string;
  error?: string;
  options: readonly Option<T>[];
  look?: 'chips' | 'rows';
}

interface Group<T extends string> extends Shown<T> {
  role: 'radio' | 'checkbox';
  isOn: (value: T) => boolean;
  onTap: (value: T) => void;
}

function ChoiceGroup<T extends string>({
  label,
  hint,
  error,
  options,
  look = 'chips',
  ...rest
}: Group<T>) {
  const { role, isOn, onTap } = rest;
  return (
    <View className="choice">
      <View className="choice__label" {...a11y({ hidden: true })}>
        <Text>{label}</Text>
      </View>
      {hint && (
        <View className="note">
          <Text>{hint}</Text>
        </View>
      )}
      <View
        className={`choice__options choice__options--${look}`}
        {...a11y({ role: role === 'radio' ? 'radiogroup' : 'group', label })}
      >
        {options.map(({ value, label: words, note }) => (
          <Tap
            key={value}
            role={role}
            checked={isOn(value)}
            label={note ? `${words}，${note}` : words}
            className={`option option--${look} option--${role} ${isOn(value) ? 'option--on' : ''}`}
            onTap={() => onTap(value)}
          >
            <Text>{isOn(value) ? `✓ ${words}` : words}</Text>
            {note && (
              <View className="note">
                <Text>{note}</Text>
              </View>
            )}
          </Tap>
        ))}
      </View>
      <Wrong words={error} />
    </View>
  );
}

/** One of several. */
export function Choice<T extends string>({
  chosen,
  onChoose,
  ...shown
}: Shown<T> & { chosen: T | undefined; onChoose: (value: T) => void }) {
  return (
    <ChoiceGroup {...shown} role="radio" isOn={(value) => value === chosen} onTap={onChoose} />
  );
}

/** Any number of several. */
export function Choices<T extends string>({
  chosen,
  onChoose,
  ...shown
}: Shown<T> & { chosen: readonly T[]; onChoose: (values: T[]) => void }) {
  const toggle = (value: T) =>
    onChoose(
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    );
  return (
    <ChoiceGroup
      {...shown}
      role="checkbox"
      isOn={(value) => chosen.includes(value)}
      onTap={toggle}
    />
  );
}
