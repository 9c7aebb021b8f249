import { type JobDraft, patternFaults } from '@niangjia/shared';
import { Refusal } from '../platform/http/refusal';

function refuseWrongPay({ contractKind, payPerHourFen }: JobDraft): void {
  const isPiecework = contractKind === 'piecework';
  if (isPiecework === (payPerHourFen === null)) return;
  const say = isPiecework ? '计件的岗位不写小时工资，写在说明里。' : '写明一小时多少钱，单位是分。';
  throw new Refusal('bad_input', { fields: { payPerHourFen: say } });
}

/** What the single fields of a post cannot say. */
export function refuseFaultyDraft(draft: JobDraft): void {
  refuseWrongPay(draft);
  const fields = patternFaults(draft.shiftPatterns);
  if (Object.keys(fields).length > 0) throw new Refusal('shift_pattern_wrong', { fields });
}
