import type { ClaimedTicket, DeskTicket } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { staff } from '../../test/case-tickets';
import { aPerson } from '../../test/given';
import { aTree, type Tree } from '../../test/trees';
import {
  aCommitteeMember,
  aLink,
  aNeed,
  aTicketAsked,
  aVisit,
  type CommitteeMember,
  phoneOf,
  twentyDigits,
} from '../../test/visits';
import { CaseTicket } from '../case-ticket';
import { newId } from '../platform/ids';
import { FieldFactRow, LinkRow, VisitRow } from '.';
import { LinkPurge } from './link-purge';

let t: TestApp;
let tree: Tree;
let she: CommitteeMember;
let phone: ReturnType<typeof phoneOf>;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  tree = await aTree(t);
  she = await aCommitteeMember(t, tree.village);
  phone = phoneOf(t, she);
});

const rowsOf = (id: string) =>
  Promise.all([
    t.dataSource.manager.countBy(FieldFactRow, { id }),
    t.dataSource.manager.countBy(VisitRow, { id }),
  ]);

describe('facts of the field', () => {
  it('are all stored in one batch, in whatever order they came', async () => {
    const link = aLink(she.gridId);
    const visit = aVisit(link, { needs: [aNeed()] });
    const ticket = aTicketAsked(visit);

    expect(await phone.outcomes(ticket, visit, link)).toEqual(['stored', 'stored', 'stored']);

    expect(await phone.women()).toMatchObject([{ id: link.id, lastVisitDay: '2026-11-26' }]);
    expect(await phone.visits()).toMatchObject([{ id: visit.id, ticketed: [visit.needs[0]!.id] }]);
  });

  it('count once, however often and from whichever phone they come', async () => {
    const link = aLink(she.gridId);
    const visit = aVisit(link, { note: '茶喝了两杯' });
    await phone.sync(link, visit);

    for (let again = 0; again < 5; again += 1)
      expect(await phone.outcomes(visit, link)).toEqual(['already', 'already']);
    expect(await phone.outcomes(visit, visit)).toEqual(['already', 'already']);
    expect(await rowsOf(visit.id)).toEqual([1, 1]);
  });

  it('are not replaced by others with the same id', async () => {
    const link = aLink(she.gridId);
    const visit = aVisit(link, { note: '第一次' });
    await phone.sync(link, visit);

    const other = { ...visit, note: '改过的' };
    expect(await phone.outcomes(other, { ...link, name: '别人' })).toEqual([
      'id_taken',
      'id_taken',
    ]);
    const [first, second] = [aVisit(link), aVisit(link, { note: '另一次' })];
    expect(await phone.outcomes(first, { ...second, id: first.id })).toEqual([
      'stored',
      'id_taken',
    ]);
    expect((await phone.visits()).find(({ id }) => id === visit.id)).toMatchObject({
      note: '第一次',
    });
  });

  it('wait on the phone for what they build on', async () => {
    const link = aLink(she.gridId);
    const visit = aVisit(link, { needs: [aNeed()] });
    const ticket = aTicketAsked(visit);

    expect(await phone.outcomes(ticket)).toEqual(['link_not_found']);
    expect(await phone.outcomes(visit)).toEqual(['link_not_found']);
    await phone.sync(link);
    expect(await phone.outcomes(ticket)).toEqual(['visit_not_found']);
    expect(await phone.outcomes(visit)).toEqual(['stored']);
    expect(await phone.outcomes(ticket)).toEqual(['stored']);
  });

  it('refuse themselves alone: a fault in one, or a twin id in the database', async () => {
    const link = aLink(she.gridId);
    await phone.sync(link);
    const need = aNeed();
    const first = aVisit(link, { needs: [need] });
    await phone.sync(first);
    const sameNeed = aVisit(link, { needs: [need] });
    const bad = aVisit(link, { note: '长'.repeat(501) });
    const good = aVisit(link);

    const { status, body } = await phone.sync(sameNeed, bad, {} as never, good);

    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { id: sameNeed.id, outcome: 'refused', code: 'id_taken' },
      { id: bad.id, outcome: 'refused', code: 'bad_input' },
      { id: '', outcome: 'refused', code: 'bad_input' },
      { id: good.id, outcome: 'stored', code: null },
    ]);
    expect(body.results[1]!.message).toContain('最多写 500 个字');
    expect(await rowsOf(good.id)).toEqual([1, 1]);
  });

  it.each<[string, object]>([
    ['an unknown field', { more: 1 }],
    ['a day that is none', { visitDay: '2026-02-30' }],
    ['text that no database keeps', { note: '坏\u0000' }],
    [
      'needs with one id',
      { needs: [aNeed(), aNeed()].map((need) => ({ ...need, id: 'A'.repeat(26) })) },
    ],
    ['ten needs', { needs: Array.from({ length: 10 }, () => aNeed()) }],
  ])('are refused one by one for %s', async (_, given) => {
    const link = aLink(she.gridId);
    expect(await phone.outcomes(aVisit(link, given), link)).toEqual(['bad_input', 'stored']);
  });

  it('are at most a hundred; none at all asks for the time', async () => {
    const link = aLink(she.gridId);
    const hundred = Array.from({ length: 100 }, () => aVisit(link));
    expect((await phone.sync(...hundred, link)).status).toBe(400);
    expect((await phone.sync()).status).toBe(200);
    expect((await phone.outcomes(link, ...hundred.slice(1))).every((o) => o === 'stored')).toBe(
      true,
    );
  });

  it('of two phones at once end as one', async () => {
    const link = aLink(she.gridId);
    const facts = [link, ...Array.from({ length: 20 }, () => aVisit(link))];

    const both = await Promise.all([phone.outcomes(...facts), phone.outcomes(...facts)]);

    for (const at of facts.keys())
      expect(both.map((outcomes) => outcomes[at]).sort()).toEqual(['already', 'stored']);
    expect(await phone.visits()).toHaveLength(20);
  });
});

describe('the day of a visit', () => {
  const markAt = async (visitDay: string) => {
    const link = aLink(she.gridId);
    await phone.sync(link, aVisit(link, { visitDay }));
    const [visit] = await phone.visits();
    const [woman] = await phone.women();
    return [visit!.mark, visit!.visitDay, woman!.lastVisitDay];
  };

  it.each([
    ['today', '2026-11-26', [null, '2026-11-26', '2026-11-26']],
    ['two days late', '2026-11-24', [null, '2026-11-24', '2026-11-24']],
    ['three days late', '2026-11-23', ['late', '2026-11-23', '2026-11-23']],
    ['years late', '1999-01-01', ['late', '1999-01-01', '1999-01-01']],
    ['years ahead', '2099-01-01', ['day_ahead', '2099-01-01', '2026-11-26']],
  ])('is kept and marked, never refused: %s', async (_, day, expected) => {
    expect(await markAt(day)).toEqual(expected);
  });

  it('leaves the promise of the latest visit, whatever order they come in', async () => {
    const link = aLink(she.gridId);
    const kept = aVisit(link, { visitDay: '2026-11-25' });
    const promised = aVisit(link, { visitDay: '2026-11-20', followUpDay: '2026-12-01' });
    await phone.sync(link, promised);
    expect(await phone.women()).toMatchObject([{ followUpDay: '2026-12-01' }]);

    await phone.sync(kept);
    const late = aVisit(link, { visitDay: '2026-11-21', followUpDay: '2026-12-02' });
    await phone.sync(late);

    expect(await phone.women()).toMatchObject([{ lastVisitDay: '2026-11-25', followUpDay: null }]);
  });
});

describe('links', () => {
  it('are made in her own grids only', async () => {
    const other = await aCommitteeMember(t, tree.village);
    const elsewhere = await aCommitteeMember(t, tree.otherTown);

    for (const gridId of [other.gridId, elsewhere.gridId, newId()])
      expect(await phone.outcomes(aLink(gridId))).toEqual(['not_your_grid']);
  });

  it('are nobody else’s to visit or to leave', async () => {
    const link = aLink(she.gridId);
    await phone.sync(link);
    const other = phoneOf(t, await aCommitteeMember(t, tree.village));

    const left = { type: 'link_left' as const, id: newId(), linkId: link.id };
    expect(await other.outcomes(aVisit(link), left)).toEqual(['link_not_found', 'link_not_found']);
    expect(await other.women()).toEqual([]);
    expect(await phone.women()).toHaveLength(1);
  });

  it('share no card', async () => {
    const link = aLink(she.gridId);
    const { linkCode } = link;
    expect(await phone.outcomes(link, aLink(she.gridId, { linkCode }))).toEqual([
      'stored',
      'link_code_taken',
    ]);
    expect(await phone.outcomes(aLink(she.gridId, { linkCode }))).toEqual(['link_code_taken']);
  });

  it('put nobody under the entry of another woman', async () => {
    const x = aLink(she.gridId, { phone: '138 0000 0001', address: '3 组 8 号' });
    await phone.sync(x);
    const { ledgerEntryId, name } = x;
    const under = (given: object) => aLink(she.gridId, { ledgerEntryId, name, ...given });

    expect(
      await phone.outcomes(
        under({ name: '示例·另一位' }),
        under({ phone: '13800000009' }),
        under({ address: '5 组 1 号' }),
      ),
    ).toEqual(['entry_differs', 'entry_differs', 'entry_differs']);
    expect(
      await phone.outcomes(under({ name: name.replace('·', '· '), phone: '+86 13800000001' })),
    ).toEqual(['already_linked']);
    expect(await phone.women()).toMatchObject([{ name }]);
  });

  it('are one for a woman: the second is told which the first is, so that what was done under it is not lost', async () => {
    const first = aLink(she.gridId);
    await phone.sync(first);
    const { ledgerEntryId, name } = first;
    const second = aLink(she.gridId, { ledgerEntryId, name });

    expect((await phone.sync(second, aVisit(second))).body.results).toMatchObject([
      { code: 'already_linked', firstLinkId: first.id },
      { code: 'link_not_found' },
    ]);
  });

  it('hint at who may be the same person, in the same grid only', async () => {
    const first = aLink(she.gridId, { name: '示例·林 梅', phone: '138 0000 0001' });
    const phoneTwin = aLink(she.gridId, { phone: '+86 13800000001' });
    const nameTwin = aLink(she.gridId, { name: '示例·林梅' });
    const nobody = aLink(she.gridId);
    const hints = async (...facts: ReturnType<typeof aLink>[]) =>
      (await phone.sync(...facts)).body.results.map(({ maybeSameAs }) => maybeSameAs);

    expect(await hints(first)).toEqual([null]);
    expect(await hints(phoneTwin, nameTwin, nobody)).toEqual([
      first.ledgerEntryId,
      first.ledgerEntryId,
      null,
    ]);
    expect(await hints(phoneTwin)).toEqual([first.ledgerEntryId]);
    const other = await aCommitteeMember(t, tree.village);
    const elsewhere = await phoneOf(t, other).sync(aLink(other.gridId, { name: first.name }));
    expect(elsewhere.body.results).toMatchObject([{ outcome: 'stored', maybeSameAs: null }]);
  });

  it('are left with what was done before, and her entry leaves the ledger', async () => {
    const link = aLink(she.gridId);
    const left = { type: 'link_left' as const, id: newId(), linkId: link.id };

    expect(await phone.outcomes(left, aVisit(link), link)).toEqual(['stored', 'stored', 'stored']);
    expect(await phone.outcomes(left, aVisit(link))).toEqual(['already', 'stored']);

    expect(await phone.women()).toEqual([]);
    const ledger = await t.http.get<{ items: unknown[] }>('/ledger', she);
    expect(ledger.body.items).toEqual([]);
    const row = await t.dataSource.manager.findOneByOrFail(LinkRow, { id: link.id });
    expect(row).toMatchObject({ state: 'ended', endedBy: 'committee_member' });
  });
});

describe('a need that becomes a ticket', () => {
  const asked = async (given: object = {}) => {
    const link = aLink(she.gridId);
    const need = { ...aNeed('他打我，我想走'), kind: 'marriage_family' as const };
    const visit = aVisit(link, { needs: [need], risk: 'high', ...given });
    return { link, visit, ticket: aTicketAsked(visit, { phone: '138 0000 0001' }) };
  };

  it('lies on the desk of the grid’s federation, with her words, the risk and the visit', async () => {
    const desk = staff(t, (await aPerson(t, [{ in: tree.village, kind: 'staff' }])).token);
    const { link, visit, ticket } = await asked();
    await phone.sync(link, visit, ticket);

    const { items } = (await desk.list()).body;
    expect(items).toMatchObject([
      { risk: 'high', kind: 'marriage_family', federationId: tree.village.id },
    ]);
    const { body } = await desk.open(items[0]!.id);
    expect(body).toMatchObject({
      safeContact: { way: 'call', phone: '138 0000 0001' },
      messages: [{ from: 'her', text: '他打我，我想走' }],
      events: [{ what: 'received', who: '示例·某人' }, { what: 'read' }],
    } satisfies object as Partial<DeskTicket>);
    const row = await t.dataSource.manager.findOneByOrFail(CaseTicket, { id: items[0]!.id });
    expect(row.visitId).toBe(visit.id);
    expect(JSON.stringify(row)).not.toContain(link.ledgerEntryId);
  });

  it('passes over the village when she wishes so', async () => {
    const village = staff(t, (await aPerson(t, [{ in: tree.village, kind: 'staff' }])).token);
    const town = staff(t, (await aPerson(t, [{ in: tree.town, kind: 'staff' }])).token);
    const { link, visit, ticket } = await asked();
    await phone.sync(link, visit, { ...ticket, notVillage: true });

    expect((await village.list()).body.items).toEqual([]);
    expect((await town.list()).body.items).toMatchObject([{ federationId: tree.town.id }]);
  });

  it('opens with the digits that were copied down for her', async () => {
    const { link, visit, ticket } = await asked();
    await phone.sync(link, visit, ticket);

    const { claimCode } = ticket;
    const claimed = await t.http.post<ClaimedTicket>('/case-tickets/claim', { claimCode });
    expect(claimed).toMatchObject({
      status: 200,
      body: { kind: 'marriage_family', messages: [{ from: 'her', text: '他打我，我想走' }] },
    });
  });

  it('is one ticket, whatever is sent again', async () => {
    const { link, visit, ticket } = await asked();
    await phone.sync(link, visit, ticket);

    const again = aTicketAsked(visit);
    expect(await phone.outcomes(ticket, again)).toEqual(['already', 'need_ticketed']);
    expect(await t.dataSource.manager.countBy(CaseTicket, { visitId: visit.id })).toBe(1);
  });

  it('waits for other digits when somebody has these, and for a need that is there', async () => {
    const { link, visit, ticket } = await asked();
    await phone.sync(link, visit, ticket);
    const more = aVisit(link, { needs: [aNeed()] });

    expect(
      await phone.outcomes(
        more,
        aTicketAsked(more, { claimCode: ticket.claimCode }),
        aTicketAsked(more, { needId: newId() }),
      ),
    ).toEqual(['stored', 'claim_code_taken', 'need_not_found']);
    expect(await phone.outcomes(aTicketAsked(more))).toEqual(['stored']);
  });

  it('needs her yes', async () => {
    const { link, visit, ticket } = await asked();
    expect(await phone.outcomes(link, visit, { ...ticket, agreed: false } as never)).toEqual([
      'stored',
      'stored',
      'bad_input',
    ]);
  });

  it('keeps what was seen at the visit when she says that she is not in danger now', async () => {
    const { link, visit, ticket } = await asked();
    await phone.sync(link, visit, ticket);
    const { claimCode } = ticket;
    const tell = { claimCode, inDanger: false };
    await t.http.post('/case-tickets/claim/danger', tell);
    const row = await t.dataSource.manager.findOneByOrFail(CaseTicket, { visitId: visit.id });
    expect(row).toMatchObject({ inDanger: false, risk: 'high' });
  });
});

describe('a link that the woman ended', () => {
  it('wins: what comes later is kept out of her record, and the phone is told', async () => {
    const link = aLink(she.gridId);
    const before = aVisit(link, { needs: [aNeed()] });
    await phone.sync(link, before);
    const { linkCode } = link;
    await t.http.post('/links/claim/end', { linkCode });

    const after = aVisit(link, { needs: [aNeed()] });
    const left = { type: 'link_left' as const, id: newId(), linkId: link.id };
    expect(await phone.outcomes(after, aTicketAsked(after), before, left)).toEqual([
      'link_ended',
      'link_ended',
      'already',
      'link_ended',
    ]);
    expect(await phone.outcomes(aTicketAsked(after))).toEqual(['link_ended']);
    expect(await phone.women()).toEqual([]);
    expect(await rowsOf(after.id)).toEqual([0, 0]);
  });

  it('does not take from her the ticket to which she had said yes', async () => {
    const link = aLink(she.gridId);
    const visit = aVisit(link, { needs: [aNeed()] });
    await phone.sync(link, visit);
    await t.http.post('/links/claim/end', { linkCode: link.linkCode });

    expect(await phone.outcomes(aTicketAsked(visit))).toEqual(['stored']);
  });

  it('does not take it from her either where the visit came too late: the ticket has her words', async () => {
    const desk = staff(t, (await aPerson(t, [{ in: tree.village, kind: 'staff' }])).token);
    const link = aLink(she.gridId);
    await phone.sync(link);
    await t.http.post('/links/claim/end', { linkCode: link.linkCode });
    const visit = aVisit(link, { needs: [aNeed('他打我')], risk: 'high', note: '茶喝了两杯' });
    const need = { kind: 'marriage_family' as const, text: '他打我', risk: visit.risk };
    const ticket = aTicketAsked(visit, { need });

    expect(await phone.outcomes(visit, ticket)).toEqual(['link_ended', 'stored']);
    expect(await phone.outcomes(visit, ticket)).toEqual(['link_ended', 'already']);

    const { claimCode } = ticket;
    const claimed = await t.http.post<ClaimedTicket>('/case-tickets/claim', { claimCode });
    expect(claimed).toMatchObject({ status: 200, body: { messages: [{ text: '他打我' }] } });
    const { items } = (await desk.list()).body;
    expect(items).toMatchObject([
      { risk: 'high', kind: 'marriage_family', federationId: tree.village.id },
    ]);
    expect(await rowsOf(visit.id)).toEqual([0, 0]);
    await t.http.post('/case-tickets/claim/danger', { claimCode, inDanger: false });
    const row = await t.dataSource.manager.findOneByOrFail(CaseTicket, { id: items[0]!.id });
    expect(row).toMatchObject({ inDanger: false, risk: 'high', visitId: null });
  });

  it('leaves nobody else’s ticket to be asked', async () => {
    const link = aLink(she.gridId);
    await phone.sync(link);
    await t.http.post('/links/claim/end', { linkCode: link.linkCode });
    const other = phoneOf(t, await aCommitteeMember(t, tree.village));
    const need = { kind: 'children' as const, text: '上学', risk: 'normal' as const };

    expect(await other.outcomes(aTicketAsked(aVisit(link), { need }))).toEqual(['link_not_found']);
  });

  it('says that help must be asked anew once the words of the need are deleted', async () => {
    const link = aLink(she.gridId);
    const visit = aVisit(link, { needs: [aNeed()] });
    await phone.sync(link, visit);
    await t.http.post('/links/claim/end', { linkCode: link.linkCode });
    await t.app.get(LinkPurge).forget();

    expect(await phone.outcomes(aTicketAsked(visit))).toEqual(['need_forgotten']);
    expect(await t.dataSource.manager.countBy(CaseTicket, { visitId: visit.id })).toBe(0);
    const need = { kind: 'children' as const, text: '上学', risk: visit.risk };
    expect(await phone.outcomes(aTicketAsked(visit, { need }))).toEqual(['stored']);
  });

  it('and a visit at the same moment stand one after the other', async () => {
    for (let n = 0; n < 10; n += 1) {
      const link = aLink(she.gridId, { linkCode: twentyDigits() });
      await phone.sync(link);
      const visit = aVisit(link);
      const { linkCode } = link;
      const [[said]] = await Promise.all([
        phone.outcomes(visit),
        t.http.post('/links/claim/end', { linkCode }),
      ]);
      expect(await rowsOf(visit.id)).toEqual(said === 'stored' ? [1, 1] : [0, 0]);
    }
  });
});
