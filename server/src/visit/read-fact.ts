import { type FieldFact, type RefusalCode, refusals } from '@niangjia/shared';
import { faultsIn } from '../platform/http/checked';
import { factClasses } from './facts.dto';

/** What the phone sent in one place of a batch: a fact, or why it is none. */
export type Read =
  { id: string; fact: FieldFact } | { id: string; code: RefusalCode; message: string };

const idChars = 26;

const isType = (type: unknown): type is FieldFact['type'] =>
  typeof type === 'string' && Object.hasOwn(factClasses, type);

const bad = (id: string, message: string = refusals.bad_input.message): Read => ({
  id,
  code: 'bad_input',
  message,
});

/** A fault in one fact is the fault of that one alone. */
export function readFact(raw: unknown): Read {
  const { id, type } = (raw ?? {}) as { id?: unknown; type?: unknown };
  const said = typeof id === 'string' ? id.slice(0, idChars) : '';
  if (!isType(type)) return bad(said);
  const { value, faults } = faultsIn<FieldFact>(factClasses[type], raw);
  const [fault] = Object.values(faults);
  return fault === undefined ? { id: value.id, fact: value } : bad(said, fault);
}
