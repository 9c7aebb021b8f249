import { startApp, type TestApp } from '../../test/app';
import { aTicket, anIdempotencyKey } from '../../test/case-tickets';
import { aPerson, type GivenPerson } from '../../test/given';
import { aNight } from '../../test/nights';
import { aTree, type Tree } from '../../test/trees';
import { retentionDays } from '../account';
import { Config } from '../platform/config';
import { rightsOf } from '../platform/http/allow';
import { Routes } from '../platform/http/routes';
import { newId } from '../platform/ids';
import { actAt } from './act-at';
import { Audit, AuditChain, AuditEntryRow, AuditSeals, verifyAudit } from '.';

let t: TestApp;
let tree: Tree;
let desk: GivenPerson;
let woman: GivenPerson;

async function begin(given: Partial<Config> = {}): Promise<void> {
  t = await startApp({ config: given });
  tree = await aTree(t);
  desk = await aPerson(t, [{ in: tree.town, kind: 'chair' }]);
  woman = await aPerson(t);
}
afterEach(() => t.close());

const refusedTo = async ({ accountId }: GivenPerson) =>
  (await t.dataSource.manager.findBy(AuditEntryRow, { accountId }))
    .filter(({ result }) => result !== 'done')
    .map(({ action, subjectId, result }) => [action, subjectId, result]);
const open = (id: string, who = desk) => t.http.get(`/desk/case-tickets/${id}`, who);
const faultsOfChain = async () => {
  await t.app.get(AuditChain).sealAll();
  const { keys } = t.app.get(Config);
  const chains = await verifyAudit(t.dataSource.manager, new AuditSeals(keys));
  return {
    entries: chains.map(({ entries }) => entries),
    faults: chains.flatMap(({ faults }) => faults),
  };
};

describe('a refusal for want of a right', () => {
  beforeEach(() => begin());

  it('is kept alike of what is another’s and of what never was, and of nobody as a look', async () => {
    const theirs = await aTicket(t, { divisionCode: tree.codes.otherTown });
    const never = newId();
    for (const id of [theirs.id, never]) expect((await open(id)).status).toBe(404);

    const code = 'case_ticket_not_found';
    expect(await refusedTo(desk)).toEqual([
      ['case_ticket.get', theirs.id, code],
      ['case_ticket.get', never, code],
    ]);
    expect(await t.app.get(Audit).readsOf({ type: 'case_ticket', id: theirs.id })).toEqual([]);
  });

  it('keeps no word that was sent, be it in the place of an id', async () => {
    const words = encodeURIComponent('林某住在祠堂边');
    await open(words, woman);
    await t.http.post(`/desk/poster-codes/${words}/end`, { note: words }, woman);
    await t.http.get(`/desk/jobs?words=${words}`, woman);

    expect(await refusedTo(woman)).toEqual([
      ['case_ticket.get', '', 'not_found'],
      ['poster_code.post_end', '', 'not_found'],
      ['job.get', '', 'not_found'],
    ]);
  });

  it('is none of what is wrong, meets another, is nobody’s or a woman asks of her own', async () => {
    const { id } = await aTicket(t, { divisionCode: tree.codes.town });
    const act = (what: string, body: object) =>
      t.http.post(`/desk/case-tickets/${id}/${what}`, body, desk);
    const register = `/activities/${newId()}/registrations`;
    const asked = [
      await open('no-id'),
      await act('moves', { to: 'nowhere' }),
      await act('unlock', { reason: '我是本案经办人' }),
      await t.http.get(`/desk/case-tickets/${id}`),
      await t.http.get('/nothing', desk),
      await t.http.get(`/womens-homes/${newId()}`, desk),
      await t.http.post('/case-tickets/claim', { claimCode: '0'.repeat(20) }, desk),
      await t.http.post(
        register,
        {},
        { ...woman, headers: { 'idempotency-key': anIdempotencyKey() } },
      ),
      await t.http.delete(`/me/sessions/${newId()}`, woman),
    ];

    expect(asked.map(({ status }) => status)).toEqual([
      400, 400, 409, 401, 404, 404, 404, 404, 404,
    ]);
    expect([...(await refusedTo(desk)), ...(await refusedTo(woman))]).toEqual([]);
    expect(await t.dataSource.manager.countBy(AuditEntryRow, { result: 'sign_in_needed' })).toBe(0);
  });

  it('goes out though it cannot be written, and the log says so without saying who', async () => {
    const id = newId();
    await t.dataSource.query('ALTER TABLE audit_entry RENAME TO audit_gone');
    const { status, body } = await open(id, woman);
    await t.dataSource.query('ALTER TABLE audit_gone RENAME TO audit_entry');

    expect([status, body]).toMatchObject([404, { code: 'not_found' }]);
    const said = t.log.filter((line) => line.includes('refusal_not_audited'));
    expect(said).toHaveLength(1);
    expect(said.join('')).not.toMatch(new RegExp(`${woman.accountId}|${id}`));
  });

  it('hangs on the chain, is in her file, and goes when its time is over', async () => {
    await open(newId(), woman);
    const { entries, faults } = await faultsOfChain();
    expect([entries[1], faults]).toEqual([1, []]);

    const { body } = await t.http.get('/me/data', woman);
    expect(JSON.stringify(body)).toContain('"操作":"case_ticket.get","结果":"not_found"');

    t.clock.pass({ days: retentionDays.accessRecord - 1 });
    await aNight(t);
    expect(await refusedTo(woman)).toHaveLength(1);
    t.clock.pass({ days: 1 });
    await aNight(t);
    expect(await refusedTo(woman)).toEqual([]);
    expect((await faultsOfChain()).faults).toEqual([]);
  });
});

it('the audit of one who is refused without end stops, says so once, and stops nobody else’s', async () => {
  await begin({ limitFactor: 1 / 50 });
  for (let n = 0; n < 20; n += 1) expect((await open(newId(), woman)).status).toBe(404);
  await open(newId(), desk);

  const results = (await refusedTo(woman)).map(([, , result]) => result);
  expect(results.sort()).toEqual([...Array<string>(4).fill('not_found'), 'too_many']);
  expect(await refusedTo(desk)).toHaveLength(1);
});

it('every route has a name in the audit, which fits and is no other route’s', async () => {
  await begin();
  const ofAnybody = ['anyone', 'signed_in'];
  const names = t.app
    .get(Routes)
    .all()
    .filter(({ handler }) => !rightsOf(handler)?.some((right) => ofAnybody.includes(right)))
    .map(({ method, path }) => {
      const { type, act } = actAt(method, path);
      return `${type}.${act}${path.endsWith('/:id') ? ' of one' : ''}`;
    });

  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.filter((name) => !/^[a-z_]{1,40}\.[a-z_]+(?: of one)?$/.test(name))).toEqual([]);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(60);
});
