import { rfc3339, type WhoSees } from '@niangjia/shared';
import type { TestApp } from '../../app';
import { aTicket, anIdempotencyKey, staff } from '../../case-tickets';
import { mediationDesk } from '../../mediators';
import { slips } from '../../referrals';
import type { Tree } from '../../trees';

interface Who {
  accountId: string;
  token: string;
}

/** Who works at the desk of the town, who heads the county, and who is kept from a ticket. */
interface Staff {
  clerk: Who;
  head: Who;
  barred: Who;
}

/** What no list of rows tells: at which address which tickets are in the state that it asks for. */
interface DeskNews {
  claimCodes: string[];
  requestIds: string[];
  idsAt: Record<string, string>;
}

const desk = '/api/v1/desk/case-tickets/{id}';

/** A ticket in each state that some act of the desk begins from. */
export async function deskNews(
  t: TestApp,
  { otherTown, town, codes }: Tree,
  { clerk, head, barred }: Staff,
): Promise<DeskNews> {
  const { act, move } = staff(t, clerk.token);
  const asked = () => aTicket(t, { divisionCode: codes.town });
  const plain = await aTicket(t, { divisionCode: codes.village });
  await slips(t, clerk.token).send(plain.id);

  const offered = await asked();
  const offer = { version: 1, federationId: otherTown.id, reason: '她住在你们镇上' };
  await act(offered.id, 'hand-over', offer);

  const child = await aTicket(t, { divisionCode: codes.town, kind: 'children' });
  await act(child.id, 'unlock', { reason: '我是本案经办人' });

  const mediated = await asked();
  const mediation = mediationDesk(t, clerk.token);
  const { id: mediatorId } = (await mediation.add({ federationId: town.id })).body;
  await mediation.assign(mediated.id, mediatorId);

  const extended = await asked();
  await move(extended.id, 'accepted');
  const clocks = `/desk/case-tickets/${extended.id}/deadlines`;
  const once = () => ({
    token: clerk.token,
    headers: { 'idempotency-key': anIdempotencyKey() },
  });
  const wanted = { days: 10, reason: '要等鉴定结果' };
  await t.http.post(`${clocks}/petition_settlement/extension`, wanted, once());
  const byHand = { rule: 'legal_aid_decision', startedAt: rfc3339(t.clock.now()) };
  await t.http.post(clocks, byHand, once());

  const kept = await asked();
  const { accountId } = barred;
  await staff(t, head.token).act(kept.id, 'bars', { accountId, reason: '是当事人的亲属' });

  const hers = await barByHer(t, codes.village);
  return {
    claimCodes: [plain.claimCode, hers.claimCode],
    requestIds: hers.requestIds,
    idsAt: {
      [`${desk}/bars/lift`]: kept.id,
      [`${desk}/unlock/decision`]: child.id,
      [`${desk}/hand-over/recall`]: offered.id,
      [`${desk}/mediation`]: plain.id,
      [`${desk}/mediation/recusals`]: plain.id,
      [`${desk}/deadlines/{rule}/met`]: extended.id,
      [`${desk}/mediation/end`]: mediated.id,
      [`${desk}/deadlines/{rule}/extension/decision`]: extended.id,
      '/api/v1/desk/hand-overs/{id}/decision': offered.id,
    },
  };
}

/** She wrote down whom she does not want to see her ticket. */
async function barByHer(t: TestApp, divisionCode: string) {
  const { claimCode } = await aTicket(t, { divisionCode });
  const body = { claimCode, who: '姓林的那位', isHead: false };
  await t.http.post('/case-tickets/claim/bar-request', body);
  const { requests } = (await t.http.post<WhoSees>('/case-tickets/claim/people', { claimCode }))
    .body;
  return { claimCode, requestIds: requests.map(({ id }) => id) };
}
