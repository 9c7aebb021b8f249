import { caseTicketStates } from './case-ticket';
import {
  claimCodeInGroups,
  readClaimCode,
  riskOf,
  whyNotMove,
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
    expect(whyNotMove('closed', 'withdrawn')).toBe('case_ticket_wrong_state');
    expect(whyNotMove('accepted', 'received')).toBe('case_ticket_wrong_state');
  });

  it('writes nothing more to a closed or withdrawn one', () => {
    expect(whyNotWrite('closed')).toBe('case_ticket_wrong_state');
    expect(whyNotWrite('withdrawn')).toBe('case_ticket_sealed');
    expect(whyNotWrite('received')).toBeUndefined();
  });
});
