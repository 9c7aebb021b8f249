import { startApp, type TestApp } from '../../test/app';
import { anIdempotencyKey, aTicket, claim, staff, words } from '../../test/case-tickets';
import { aPerson } from '../../test/given';
import { aHome } from '../../test/homes';
import { plantedValuesFound } from '../../test/planted-values';
import { aTree, type Tree } from '../../test/trees';

jest.setTimeout(60_000);

let t: TestApp;
let tree: Tree;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
afterAll(() => t.close());

/**
 * Every column there is of her. Whoever adds one here says what it cannot be joined to. `visit_id` is null
 * unless the ticket was made of a need at a visit; the accounts here are those of staff.
 */
const columns: Record<string, string> = {
  case_ticket:
    'assignee_account_id channel claim_lookup claim_wrapped_key closed_at code_seen_by_staff federation_id follow_up id ' +
    'in_danger kind marked_minor not_village outcome received_at risk sealed_contact state version ' +
    'visit_id wrapped_key',
  case_ticket_bar: 'account_id by_her ticket_id',
  case_ticket_message:
    'author_account_id from_her id internal sealed_text seq ticket_id written_at',
  case_ticket_event: 'about_id account_id at id outcome sealed_note seq ticket_id to_state what',
  case_ticket_hand_over: 'offered_at offered_by_account_id ticket_id to_federation_id',
  case_ticket_scope:
    'ancestor_id assignee_account_id due_day kind sort_key state ticket_id waits_since',
  case_ticket_unlock:
    'account_id approved asked_at decided_by_account_id id sealed_reason ticket_id',
  deadline: 'due_at due_day look_at met_on own_days rule started_at subject_id told why_not',
  deadline_extension:
    'asked_at asked_by_account_id days decided_at decided_by_account_id original_due_day rule state ' +
    'subject_id',
  deadline_escalation: 'due_day escalated_at federation_id id open rule subject_id',
};

const tables = Object.keys(columns);
const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
  t.dataSource.query(`SELECT * FROM ${table}`);

async function allTables(): Promise<[string, Record<string, unknown>[]][]> {
  const names = t.dataSource.entityMetadatas.map(({ tableName }) => tableName);
  return Promise.all(names.map(async (name) => [name, await rowsOf(name)] as const)).then((all) =>
    all.map(([name, rows]) => [name, rows]),
  );
}

describe('a request without an account', () => {
  it('has no column that could lead to her', () => {
    const found = t.dataSource.entityMetadatas
      .filter(({ tableName }) => /^(case_ticket|deadline)/.test(tableName))
      .map(({ tableName, columns: own }) => [
        tableName,
        own
          .map(({ databaseName }) => databaseName)
          .sort()
          .join(' '),
      ]);
    expect(Object.fromEntries(found)).toEqual(columns);
  });

  it('does not lead to her account even when she is signed in, nor to the poster she scanned', async () => {
    const she = await aPerson(t);
    await aHome(t, tree.town, 'POSTER23');
    const asked = await t.http.post<{ id: string; claimCode: string }>(
      '/case-tickets',
      { kind: 'other', text: words, homeCode: 'POSTER23' },
      { token: she.token, headers: { 'idempotency-key': anIdempotencyKey() } },
    );
    expect(asked.status).toBe(201);
    await t.http.post(
      '/case-tickets/claim/messages',
      { claimCode: asked.body.claimCode, text: '还有' },
      { token: she.token },
    );

    const sessions = (await rowsOf('session')).map(({ id }) => String(id));
    for (const table of tables) {
      const rows = JSON.stringify(await rowsOf(table));
      for (const trace of [she.accountId, ...sessions, 'POSTER23', '127.0.0.1'])
        expect({ table, trace: rows.includes(trace) }).toEqual({ table, trace: false });
    }
    const elsewhere = (await allTables()).filter(([name]) => !tables.includes(name));
    expect(JSON.stringify(elsewhere)).not.toContain(asked.body.id);
  });

  it('keeps its times to the minute, and ids in which no time can be read', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 24; n += 1) {
      t.clock.pass({ seconds: 7 });
      ids.push((await aTicket(t, { divisionCode: tree.codes.town })).id);
    }

    expect(ids).not.toEqual([...ids].sort());
    const moments = (
      await Promise.all([
        rowsOf('case_ticket').then((rows) => rows.map((row) => row.received_at)),
        rowsOf('case_ticket_message').then((rows) => rows.map((row) => row.written_at)),
        rowsOf('case_ticket_event').then((rows) => rows.map((row) => row.at)),
        rowsOf('deadline').then((rows) => rows.flatMap((row) => [row.started_at, row.look_at])),
      ])
    ).flat();
    expect(moments.filter((at) => Number(at) % 60_000 !== 0)).toEqual([]);
    const messageIds = (await rowsOf('case_ticket_message')).map(({ id }) => String(id));
    const firstTwo = new Set(messageIds.map((id) => id.slice(0, 2)));
    expect(firstTwo.size).toBeGreaterThan(10);
  });

  it('keeps no word of hers or of staff in the open: text, contact, note, code', async () => {
    const { token } = await aPerson(t, [{ in: tree.town, kind: 'staff' }]);
    const desk = staff(t, token);
    const [text, codeWord, note, answer] = ['竹篮打水某某', '木棉花某某', '转办某某', '答复某某'];
    const asked = await aTicket(t, { text, divisionCode: tree.codes.town });
    await claim(t, asked, 'safe-contact', { contact: { way: 'call', codeWord } });
    await desk.move(asked.id, 'accepted', note);
    await desk.write(asked.id, answer);

    const secrets = [text, codeWord, note, answer, asked.claimCode];
    expect(await plantedValuesFound(t, secrets, '某镇妇联')).toEqual([]);
  });
});
