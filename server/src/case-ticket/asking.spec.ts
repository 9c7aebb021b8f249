import type { AskedForHelp, AskForHelp, RefusalBody, WhoseDesk } from '@niangjia/shared';
import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, claim, staff, words } from '../../test/case-tickets';
import { aFederation, aPerson, type GivenPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { aTree, type Tree } from '../../test/trees';
import { FederationRow } from '../federation';
import { Idempotency } from '../platform/http/idempotency.entity';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { CaseTicket } from './case-ticket.entity';
import { ClaimCodes } from './claim-code.service';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => (t = await startApp()));
afterAll(() => t.close());

const deskOf = async (asked: AskedForHelp): Promise<string | undefined> =>
  (await t.dataSource.manager.findOneBy(CaseTicket, { id: asked.id }))?.federationId;

const ask = (given: Partial<AskForHelp>, key?: string) =>
  t.http.post<AskedForHelp & RefusalBody>(
    '/case-tickets',
    { kind: 'other', text: words, ...given },
    { headers: key ? { 'idempotency-key': key } : {} },
  );

describe('her request lies with', () => {
  let inVillage: GivenPerson;
  beforeAll(async () => {
    tree = await aTree(t);
    inVillage = await aPerson(t, [{ in: tree.village, kind: 'chair' }]);
    await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    await aHome(t, tree.village, 'DOOR2345');
    const office = await aFederation(t, {
      name: '某县机关妇委会',
      level: 'unit',
      parent: tree.county,
    });
    await aPerson(t, [{ in: office, kind: 'staff' }]);
    await aHome(t, office, 'OFFICE23');
    await aHome(t, tree.otherTown, 'SHELTER2', { confidential: true });
  });

  const whose = async (asked: Partial<AskForHelp>) => deskOf((await ask(asked)).body);

  it('the federation of the home whose code she scanned', async () => {
    expect(await whose({ homeCode: 'DOOR2345', divisionCode: tree.codes.otherTown })).toBe(
      tree.village.id,
    );
  });

  it('the federation of the place she chose', async () => {
    expect(await whose({ divisionCode: tree.codes.village })).toBe(tree.village.id);
  });

  it('the town, when the village must not know', async () => {
    const asked = await ask({ homeCode: 'DOOR2345', notVillage: true });
    expect(await deskOf(asked.body)).toBe(tree.town.id);
    expect((await staff(t, inVillage.token).list()).body.items.map(({ id }) => id)).not.toContain(
      asked.body.id,
    );
  });

  it('the county, when nobody in the town may take it up', async () => {
    expect(await whose({ divisionCode: tree.codes.otherTown })).toBe(tree.county.id);
  });

  it('the place she chose, when nobody knows the code', async () => {
    expect(await whose({ homeCode: 'GONE', divisionCode: tree.codes.town })).toBe(tree.town.id);
  });

  it('the town, when she lives in a place that has no federation of its own', async () => {
    expect(await whose({ divisionCode: `${tree.codes.town}999` })).toBe(tree.town.id);
  });

  it.each([{ homeCode: '', divisionCode: '' }, { homeCode: 'GONE', divisionCode: '999999' }, {}])(
    'the top, when she names no place that is known: %j',
    async (asked) => {
      expect(await whose(asked)).toBe(tree.county.id);
    },
  );

  it('the place she chose, when the code is that of a shelter: it says nothing of itself', async () => {
    const asked = { homeCode: 'SHELTER2', divisionCode: tree.codes.village };
    expect(await whose(asked)).toBe(tree.village.id);
  });

  it('the very desk that was named to her before', async () => {
    const named = async (asked: Partial<AskForHelp>) => {
      const query = new URLSearchParams(asked as Record<string, string>).toString();
      return (await t.http.get<WhoseDesk>(`/case-tickets/whose-desk?${query}`)).body.federationName;
    };
    const names: [string, Partial<AskForHelp>][] = [
      ['某村妇联', { homeCode: 'DOOR2345', divisionCode: tree.codes.otherTown }],
      ['某镇妇联', { homeCode: 'DOOR2345', notVillage: true }],
      ['某村妇联', { divisionCode: tree.codes.village, notVillage: false }],
      ['某市妇联', { divisionCode: tree.codes.otherTown }],
      ['某县机关妇委会', { homeCode: 'OFFICE23' }],
      ['某市妇联', { homeCode: 'OFFICE23', notVillage: true }],
      ['某村妇联', { homeCode: 'SHELTER2', divisionCode: tree.codes.village }],
      ['某市妇联', {}],
    ];
    for (const [name, asked] of names) {
      const id = (await whose(asked)) ?? '';
      const desk = await t.dataSource.manager.findOneBy(FederationRow, { id });
      expect({ asked, named: await named(asked), desk: desk?.name }).toEqual({
        asked,
        named: name,
        desk: name,
      });
    }
    expect((await t.http.get('/case-tickets/whose-desk?notVillage=maybe')).status).toBe(400);
  });
});

describe('her words', () => {
  it.each([
    ['emoji, joiners and line ends', '👩‍👧\r\n他打我😢\n\n  "救命"  é​'],
    ['quotes and signs', `<b>'; DROP TABLE case_ticket; -- \\ % _ {{x}}`],
    ['4,000 characters beyond the basic plane', '𠮷'.repeat(4000)],
  ])('stay as she wrote them: %s', async (_, text) => {
    const asked = await aTicket(t, { text, divisionCode: tree.codes.town });
    expect((await claim(t, asked)).body.messages[0]?.text).toBe(text);
  });

  it('lose the control characters that no one can see, and nothing else', async () => {
    const asked = await aTicket(t, { text: '一\u0007二\u001b三', divisionCode: tree.codes.town });
    expect((await claim(t, asked)).body.messages[0]?.text).toBe('一二三');
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['a lone surrogate', '救\ud83d命'],
    ['a NUL', '救\0命'],
    ['4,001 characters', '字'.repeat(4001)],
  ])('are refused with what to do when they are %s', async (_, text) => {
    const { status, body } = await ask({ text });
    expect(status).toBe(400);
    expect(body.fields?.text).toMatch(/。$/);
  });
});

describe('asking twice', () => {
  const tickets = () => t.dataSource.manager.count(CaseTicket);

  it('with one key is one ticket and one code', async () => {
    const key = anIdempotencyKey();
    const first = await ask({}, key);
    const before = await tickets();
    const { derivation } = t.app.get(ClaimCodes);
    const derived = derivation.runs;

    const again = await ask({}, key);

    expect(derivation.runs).toBe(derived);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await tickets()).toBe(before);
    expect((await claim(t, again.body)).status).toBe(200);
  });

  it('with other words under one key is refused', async () => {
    const key = anIdempotencyKey();
    await ask({}, key);
    expect((await ask({ text: '别的话' }, key)).status).toBe(422);
  });

  it('wants a key that nobody guesses, for it opens the reply', async () => {
    expect((await ask({}, 'request-1')).body.fields?.['idempotency-key']).toBeDefined();
    expect((await ask({}, 'a'.repeat(40))).status).toBe(400);
  });

  it('keeps the code only under the key that she holds', async () => {
    const key = anIdempotencyKey();
    const { body } = await ask({}, key);
    const rows = JSON.stringify(await t.dataSource.manager.find(Idempotency));
    expect(rows).not.toContain(body.claimCode);
    expect(rows).not.toContain(key);
  });

  it('after a failure in the middle leaves nothing half and works', async () => {
    const key = anIdempotencyKey();
    const before = await tickets();
    const unitOfWork = t.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    const fails = jest.spyOn(unitOfWork, 'run').mockImplementationOnce((work) =>
      run(async (tx) => {
        await work(tx);
        throw new Error('the cable was pulled');
      }),
    );

    expect((await ask({}, key)).status).toBe(500);
    fails.mockRestore();
    expect(await tickets()).toBe(before);
    expect((await ask({}, key)).status).toBe(201);
    expect(await tickets()).toBe(before + 1);
  });
});
