import type { Page, Referral, ReferralRow, RefusalBody, SendReferral } from '@niangjia/shared';
import type { TestApp } from './app';
import { anIdempotencyKey } from './case-tickets';

/** What is sent, with her consent, unless told otherwise. */
export const aSlip = (given: Partial<SendReferral> = {}): SendReferral => ({
  recipient: 'court',
  recipientName: '某县人民法院',
  purpose: '请为她办理人身安全保护令',
  handedOn: [
    { what: 'name', text: '林某' },
    { what: 'phone', text: '13800000000' },
  ],
  consent: { ground: 'consent', agreedAt: '2026-11-20T09:00:00+08:00', agreedHow: 'by_phone' },
  answerDays: 15,
  ...given,
});

/** What staff do with slips; each answers with the status, so that a refusal can be expected. */
export const slips = ({ http }: Pick<TestApp, 'http'>, token: string) => ({
  send: (ticketId: string, given: Partial<SendReferral> = {}, key = anIdempotencyKey()) =>
    http.post<Referral & RefusalBody>(`/desk/case-tickets/${ticketId}/referrals`, aSlip(given), {
      token,
      headers: { 'idempotency-key': key },
    }),
  of: (ticketId: string) =>
    http.get<{ referrals: ReferralRow[] }>(`/desk/case-tickets/${ticketId}/referrals`, { token }),
  one: (id: string) => http.get<Referral & RefusalBody>(`/desk/referrals/${id}`, { token }),
  move: (id: string, to: string, note?: string) =>
    http.post<Referral & RefusalBody>(`/desk/referrals/${id}/moves`, { to, note }, { token }),
  print: (id: string) => http.get<unknown>(`/desk/referrals/${id}/slip`, { token }),
  waiting: (query = '') => http.get<Page<ReferralRow>>(`/desk/referrals${query}`, { token }),
});
