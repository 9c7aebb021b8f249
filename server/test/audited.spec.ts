import type { AskedForHelp, DeskTicket, NewInvitation, Referral, Session } from '@niangjia/shared';
import { Accounts, SessionRow } from '../src/account';
import { AuditEntryRow } from '../src/audit';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { newId } from '../src/platform/ids';
import { startApp, type TestApp } from './app';
import { anAuthenticator, begin, digitsOf, prove, wrongDigits } from './authenticator';
import { aDesk, aTicket, claim } from './case-tickets';
import { aPerson, type GivenPerson, type GivenPost } from './given';
import { slips } from './referrals';
import { aTree, type Tree } from './trees';
import { aCommitteeMember, aGrid, aLink, phoneOf } from './visits';

jest.setTimeout(120_000);

type Desk = Awaited<ReturnType<typeof aDesk>>;

let t: TestApp;
let tree: Tree;
let desk: Desk;
let head: Desk;
let woman: GivenPerson;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.pass({ minutes: 1 });
  tree = await aTree(t);
  desk = await inTown('staff');
  head = await inTown('chair');
  woman = await aPerson(t);
});

const inTown = (kind: GivenPost['kind']) => aDesk(t, kind, { in: tree.town, kind });
const asked = (kind: 'labour_rights' | 'children' = 'labour_rights') =>
  aTicket(t, { divisionCode: tree.codes.town, kind });
const askedUnlock = async () => {
  const { id } = await asked('children');
  await desk.act(id, 'unlock', { reason: '我是本案经办人' });
  return id;
};
const invite = async () => {
  const path = `/desk/federations/${tree.town.id}/invitations`;
  return (await t.http.post<NewInvitation>(path, { kind: 'staff' }, head)).body;
};
const take = (code: string, who = woman) => t.http.post('/invitations/take', { code }, who);
const sessionOf = async ({ accountId }: Pick<GivenPerson, 'accountId'>) =>
  (await t.dataSource.manager.findOneByOrFail(SessionRow, { accountId })).id;
const demonstrated = () =>
  t.app.get(UnitOfWork).run(async (tx) => {
    const person = { name: '示例·某人', isInvented: true, demonstrationId: newId() };
    const [accountId = ''] = await t.app.get(Accounts).add(tx, [person]);
    return { accountId, demonstration: person.demonstrationId };
  });

/** Who did what to what, and with which result where it was not done. */
type Told = [who: string | null, action: string, subjectId: string, result?: string];
/** What is done, and what the audit must say of it. */
type Act = () => Promise<Told>;

const elsewhere = () => aDesk(t, '邻镇的', { in: tree.otherTown, kind: 'chair' });

const signIns: Record<string, Act> = {
  'she signs in': async () => {
    const { accountId, demonstration } = await demonstrated();
    await t.http.post<Session>('/sessions', { demonstration });
    return [accountId, 'session.started', await sessionOf({ accountId })];
  },
  'she signs out': async () => {
    const id = await sessionOf(woman);
    await t.http.delete('/sessions/current', woman);
    return [woman.accountId, 'session.ended', id];
  },
  'she proves her second factor': async () => {
    const { accountId, token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }], '', 'first');
    await anAuthenticator(t, token);
    return [accountId, 'session.proved', await sessionOf({ accountId })];
  },
  'her digits are wrong': async () => {
    const { accountId, token } = desk;
    const { key } = (await begin(t, token)).body;
    await prove(t, token, digitsOf(key, t.clock.now()));
    await prove(t, token, wrongDigits(key, t.clock.now()));
    return [accountId, 'second_factor.failed', accountId];
  },
};

const refusals: Record<string, Act> = {
  'who has no post opens a ticket': async () => {
    const { id } = await asked();
    await t.http.get(`/desk/case-tickets/${id}`, woman);
    return [woman.accountId, 'case_ticket.get', id, 'not_found'];
  },
  'a post of another kind asks for a list': async () => {
    const member = await aCommitteeMember(t, tree.village);
    await t.http.get('/desk/case-tickets', member);
    return [member.accountId, 'case_ticket.get', '', 'not_found'];
  },
  'another desk opens a ticket': async () => {
    const [{ id }, other] = [await asked(), await elsewhere()];
    await other.open(id);
    return [other.accountId, 'case_ticket.get', id, 'case_ticket_not_found'];
  },
  'somebody opens a ticket that never was': async () => {
    const id = newId();
    await desk.open(id);
    return [desk.accountId, 'case_ticket.get', id, 'case_ticket_not_found'];
  },
  'another desk moves a ticket': async () => {
    const [{ id }, other] = [await asked(), await elsewhere()];
    await other.move(id, 'accepted');
    return [other.accountId, 'case_ticket.post_moves', id, 'case_ticket_not_found'];
  },
  'somebody looks whether it is there': async () => {
    const [{ id }, other] = [await asked(), await elsewhere()];
    const headers = { authorization: `Bearer ${other.token}` };
    await t.app.inject({ method: 'HEAD', url: `/api/v1/desk/case-tickets/${id}`, headers });
    return [other.accountId, 'case_ticket.get', id, 'case_ticket_not_found'];
  },
  'she has the first factor only': async () => {
    const { id } = await asked();
    const first = await aPerson(t, [{ in: tree.town, kind: 'staff' }], '', 'first');
    await t.http.get(`/desk/case-tickets/${id}`, first);
    return [first.accountId, 'case_ticket.get', id, 'second_factor_needed'];
  },
  'her second factor is an hour old': async () => {
    const old = await aPerson(t, [{ in: tree.town, kind: 'chair' }], '', 'old');
    const path = `/desk/federations/${tree.town.id}/invitations`;
    await t.http.post(path, { kind: 'staff' }, old);
    return [old.accountId, 'federation.post_invitations', tree.town.id, 'reauth_needed'];
  },
  'it concerns a minor': async () => {
    const { id } = await asked('children');
    await desk.write(id, '您好');
    return [desk.accountId, 'case_ticket.post_messages', id, 'case_ticket_locked'];
  },
  'nobody has asked for what she approves': async () => {
    const { id } = await asked('children');
    const { accountId } = desk;
    await head.act(id, 'unlock/decision', { accountId, approve: true });
    return [head.accountId, 'case_ticket.post_unlock_decision', id, 'unlock_not_asked'];
  },
  'she approves what she has asked for': async () => {
    const { id } = await asked('children');
    const { accountId } = head;
    await head.act(id, 'unlock', { reason: '我要看一下' });
    await head.act(id, 'unlock/decision', { accountId, approve: true });
    return [accountId, 'case_ticket.post_unlock_decision', id, 'unlock_same_person'];
  },
  'a phone sends of a grid that is not hers': async () => {
    const member = await aCommitteeMember(t, tree.village);
    const gridId = await aGrid(t, tree.village);
    await phoneOf(t, member).sync(aLink(gridId));
    return [member.accountId, 'grid.link_made', gridId, 'not_your_grid'];
  },
  'the digits give no post': async () => {
    await take('0'.repeat(20));
    return [woman.accountId, 'post_invitation.post_take', '', 'invitation_not_found'];
  },
};

const reads: Record<string, Act> = {
  'the desk opens a ticket': async () => {
    const { id } = await asked();
    await desk.open(id);
    return [desk.accountId, 'case_ticket.read', id];
  },
  'one opens what concerns a minor': async () => {
    const id = await askedUnlock();
    await head.open(id);
    return [head.accountId, 'case_ticket.read', id];
  },
  'the digits that staff wrote down open it': async () => {
    const body = { channel: 'office_visit', kind: 'labour_rights', text: '她到窗口来说' };
    const ticket = (await t.http.post<AskedForHelp>('/desk/case-tickets', body, desk)).body;
    await claim(t, ticket);
    return [null, 'case_ticket.open_by_shown_code', ticket.id];
  },
};

const exports: Record<string, Act> = {
  'a slip is printed': async () => {
    const { id } = await asked();
    const slip = (await slips(t, desk.token).send(id)).body as Referral;
    await slips(t, desk.token).print(slip.id);
    return [desk.accountId, 'case_ticket.print_referral', id];
  },
  'she copies all that is kept of her': async () => {
    await t.http.get('/me/data', woman);
    return [woman.accountId, 'account.copied', woman.accountId];
  },
};

const rights: Record<string, Act> = {
  'a head invites to a post': async () => {
    const { id } = await invite();
    return [head.accountId, 'post_invitation.invite', id];
  },
  'she takes it': async () => {
    const { id, code } = await invite();
    await take(code);
    return [woman.accountId, 'post_invitation.take', id];
  },
  'the head withdraws it': async () => {
    const { id } = await invite();
    await t.http.delete(`/desk/invitations/${id}`, head);
    return [head.accountId, 'post_invitation.withdraw', id];
  },
  'the head ends a post': async () => {
    const [id = ''] = desk.postIds;
    await t.http.delete(`/desk/posts/${id}`, head);
    return [head.accountId, 'post.end', id];
  },
  'a grid is given': async () => {
    const { accountId } = await aCommitteeMember(t, tree.village);
    const id = await aGrid(t, tree.village);
    await t.http.post(`/desk/grids/${id}/holders`, { accountId }, desk);
    return [desk.accountId, 'grid.give', id];
  },
  'a grid is taken back': async () => {
    const { accountId, gridId } = await aCommitteeMember(t, tree.village);
    await t.http.delete(`/desk/grids/${gridId}/holders/${accountId}`, desk);
    return [desk.accountId, 'grid.take_back', gridId];
  },
  'she sets up her second factor': async () => {
    await anAuthenticator(t, desk.token);
    return [desk.accountId, 'second_factor.set_up', desk.accountId];
  },
  'a head lets somebody read of a minor': async () => {
    const id = await askedUnlock();
    const { accountId } = desk;
    await head.act<DeskTicket>(id, 'unlock/decision', { accountId, approve: true });
    return [head.accountId, 'case_ticket.decide_unlock', id];
  },
  'a head bars somebody from a ticket': async () => {
    const { id } = await asked();
    await head.act(id, 'bars', { accountId: desk.accountId, reason: '是她的亲戚' });
    return [head.accountId, 'case_ticket.bar', id];
  },
  'a head lifts it': async () => {
    const { id } = await asked();
    await head.act(id, 'bars', { accountId: desk.accountId, reason: '是她的亲戚' });
    await head.act(id, 'bars/lift', { accountId: desk.accountId, reason: '弄错了人' });
    return [head.accountId, 'case_ticket.lift_bar', id];
  },
  'a branch is moved': async () => {
    const county = await aDesk(t, '市里的', { in: tree.county, kind: 'chair' });
    const { id } = tree.village;
    const body = { toParentId: tree.otherTown.id, movedOn: '2026-11-20', reason: '区划调整' };
    await t.http.post(`/desk/federations/${id}/moves`, body, county);
    return [county.accountId, 'federation.move', id];
  },
};

const kinds = { signIns, refusals, reads, exports, rights };
const counted = { acts: 0, audited: 0 };
afterAll(() => void process.stdout.write(`  audited acts: ${JSON.stringify(counted)}\n`));

describe.each(Object.entries(kinds))('of what is audited, %s', (_, acts) => {
  it.each(Object.entries(acts))(
    'are there once, with who, when, what and the result: %s',
    async (_, act) => {
      counted.acts += 1;
      const [accountId, action, subjectId, result = 'done'] = await act();

      const where = { action, subjectId, at: t.clock.now() };
      expect(await t.dataSource.manager.findBy(AuditEntryRow, where)).toMatchObject([
        { accountId, result, subjectType: action.split('.')[0] },
      ]);
      counted.audited += 1;
    },
  );
});

test('each act that is audited was done, n of n', () => {
  const n = Object.values(kinds).flatMap((acts) => Object.keys(acts)).length;
  expect(counted).toEqual({ acts: n, audited: n });
});
