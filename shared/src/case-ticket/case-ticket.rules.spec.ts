import { caseTicketStates } from './case-ticket';
import {
  claimCodeInGroups,
  readClaimCode,
  riskOf,
  whyNotMove,
  whyNotPhone,
  whyNotWrite,
} from './case-ticket.rules';

describe('claim codes', () => {
  const digits = '01234567890123456789';

  it('reads them as shown, with dashes, without blanks and in full width', () => {
    expect(readClaimCode(claimCodeInGroups(digits))).toBe(digits);
    expect(readClaimCode('0123-4567-8901-2345-6789')).toBe(digits);
    expect(readClaimCode('　０１２３ ４５６７８９０１２３４５６７８９\n')).toBe(digits);
  });

  it('does not read what is not twenty digits', () => {
    expect(readClaimCode(digits.slice(1))).toBeUndefined();
    expect(readClaimCode(`${digits}0`)).toBeUndefined();
    expect(readClaimCode(digits.replace('0', 'O'))).toBeUndefined();
  });

  it('shows them in groups of four', () => {
    expect(claimCodeInGroups(digits)).toBe('0123 4567 8901 2345 6789');
  });
});

describe('risk', () => {
  it('puts present danger first and never calls violence ordinary', () => {
    expect(riskOf('labour_rights', true)).toBe('danger');
    expect(riskOf('domestic_violence', null)).toBe('high');
    expect(riskOf('domestic_violence', false)).toBe('high');
    expect(riskOf('labour_rights', null)).toBe('normal');
  });
});

describe('moves of a ticket', () => {
  it('lets a withdrawn one go nowhere', () => {
    for (const to of caseTicketStates)
      expect(whyNotMove('withdrawn', to)).toBe('case_ticket_sealed');
  });

  it('accepts, answers, closes and reopens', () => {
    expect(whyNotMove('received', 'accepted')).toBeUndefined();
    expect(whyNotMove('accepted', 'answered')).toBeUndefined();
    expect(whyNotMove('answered', 'closed')).toBeUndefined();
    expect(whyNotMove('closed', 'accepted')).toBeUndefined();
    expect(whyNotMove('closed', 'received')).toBe('case_ticket_wrong_state');
    expect(whyNotMove('accepted', 'received')).toBe('case_ticket_wrong_state');
  });

  it('lets her withdraw whatever is not withdrawn', () => {
    for (const from of caseTicketStates.filter((state) => state !== 'withdrawn'))
      expect(whyNotMove(from, 'withdrawn')).toBeUndefined();
  });

  it('writes nothing more to a closed or withdrawn one', () => {
    expect(whyNotWrite('closed')).toBe('case_ticket_wrong_state');
    expect(whyNotWrite('withdrawn')).toBe('case_ticket_sealed');
    expect(whyNotWrite('received')).toBeUndefined();
  });
});

describe('the phone of a safe contact', () => {
  it.each(['13800001234', '+86 138-0000-1234', '12345', '0595 8638 0000'])('is %s', (phone) => {
    expect(whyNotPhone({ way: 'call', phone })).toBeUndefined();
  });

  it.each(['1234', '-----', '问我妹妹', 'tel12345', '1'.repeat(21)])('is not %s', (phone) => {
    expect(whyNotPhone({ way: 'text_message', phone })).toMatch(/。$/);
    expect(whyNotPhone({ way: 'no_contact', phone })).toMatch(/。$/);
  });

  it('is needed only when she may be reached by it', () => {
    expect(whyNotPhone({ way: 'no_contact' })).toBeUndefined();
    expect(whyNotPhone({ way: 'no_contact', phone: '' })).toBeUndefined();
    expect(whyNotPhone({ way: 'call' })).toBe('填一下您的电话。');
    expect(whyNotPhone({ way: 'text_message', phone: '' })).toBe('填一下您的电话。');
  });
});
