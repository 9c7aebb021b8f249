import { useState, type PropsWithChildren, type ReactNode } from 'react';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Sheet } from '@/components/sheet';
import { Wrong } from '@/components/wrong';
import { FaultNote } from '@/features/account/fault-note';
import { faultsAmong, whyNotLength, type Faults } from '@/features/edit/faults';
import { fieldsOf } from '@/platform/refused';
import type { Sending } from '@/platform/use-send';

/** Something to write before the act is done. */
export interface Ask<Name extends string> {
  name: Name;
  label: string;
  hint?: string;
  optional?: boolean;
  chars: { min: number; max: number };
  kind?: 'text' | 'number' | 'phone';
  initial?: string;
  /** Why what was typed does not serve, beyond its length. */
  whyNot?: (typed: string) => string | undefined;
}

export interface QuestionProps<Name extends string> {
  title: string;
  /** What it leads to, and who reads what is written. */
  leadsTo: string;
  asks: readonly Ask<Name>[];
  button: string;
  look?: 'primary' | 'danger';
  send: Sending;
  /** Why it did not go through, where the usual words are not enough. */
  fault?: ReactNode;
  /** Of what stands in `children`: why it is not complete yet. */
  whyNot?: () => string | undefined;
  onConfirm: (typed: Record<Name, string>) => void;
  onClose: () => void;
}

function whyNotText<Name extends string>(ask: Ask<Name>, typed: string): string | undefined {
  if (ask.optional && typed === '') return undefined;
  return whyNotLength(typed, ask.chars, ask.label) ?? ask.whyNot?.(typed);
}

/** Asks once before an act: what has to be written for it, and what will come of it. */
export function QuestionSheet<Name extends string>(props: PropsWithChildren<QuestionProps<Name>>) {
  const { title, leadsTo, asks, button, look, send, whyNot, onConfirm, onClose, children } = props;
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const [faults, setFaults] = useState<Faults>({});
  const textOf = ({ name, initial = '' }: Ask<Name>) => (typed[name] ?? initial).trim();
  const refused = fieldsOf(send.fault);

  const confirm = () => {
    const found = faultsAmong({
      choice: whyNot?.(),
      ...Object.fromEntries(asks.map((ask) => [ask.name, whyNotText(ask, textOf(ask))])),
    });
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    onConfirm(Object.fromEntries(asks.map((ask) => [ask.name, textOf(ask)])) as never);
  };

  return (
    <Sheet title={title} onClose={onClose}>
      <Text>{leadsTo}</Text>
      {children}
      <Wrong words={faults['choice']} />
      {asks.map((ask) => (
        <Field
          key={ask.name}
          label={ask.label}
          hint={ask.hint}
          optional={ask.optional}
          initial={ask.initial}
          kind={ask.kind}
          lines={ask.chars.max > 100 ? 3 : undefined}
          max={ask.chars.max}
          error={faults[ask.name] ?? refused[ask.name]}
          onText={(text) => setTyped((before) => ({ ...before, [ask.name]: text }))}
        />
      ))}
      {props.fault ?? <FaultNote fault={send.fault} />}
      <Button look={look} busy={send.busy} onTap={confirm}>
        {button}
      </Button>
    </Sheet>
  );
}
