import type { FieldFact, SealingKey, Synced } from '@niangjia/shared';
import nacl from 'tweetnacl';
import { startApp, type TestApp } from '../../test/app';
import { testConfig } from '../../test/config';
import { aTree, type Tree } from '../../test/trees';
import {
  aCommitteeMember,
  aLink,
  aVisit,
  type CommitteeMember,
  phoneOf,
  saidOf,
} from '../../test/visits';
import { aNight } from '../../test/nights';
import { Accounts, retentionDays, Sessions } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Sealing } from './sealing';
import { SubmitTokenRow } from './submit-token.entity';
import { VisitRow } from './visit.entity';

let t: TestApp;
let tree: Tree;
let she: CommitteeMember;
beforeAll(async () => {
  t = await startApp();
  tree = await aTree(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  she = await aCommitteeMember(t, tree.village);
});

const keyOf = async ({ token }: { token: string }) =>
  (await t.http.post<SealingKey>('/visits/sealing-keys', {}, { token })).body;

/** As a phone seals: ephemeral public key, nonce, box. */
function seal({ id: keyId, publicKey }: SealingKey, content: object, id: string) {
  const pair = nacl.box.keyPair();
  const nonce = nacl.randomBytes(nacl.box.nonceLength);
  const text = new TextEncoder().encode(JSON.stringify(content));
  const to = new Uint8Array(Buffer.from(publicKey, 'base64url'));
  const box = nacl.box(text, nonce, to, pair.secretKey);
  return {
    id,
    keyId,
    box: Buffer.from([...pair.publicKey, ...nonce, ...box]).toString('base64url'),
  };
}

const sealed = (key: SealingKey, { accountId }: { accountId: string }, fact: FieldFact) =>
  seal(key, { accountId, submitToken: key.submitToken, fact }, fact.id);

const submit = async (...boxes: object[]) => {
  const { status, body } = await t.http.post<Synced>('/visits/sealed', { sealed: boxes });
  expect(status).toBe(200);
  return body.results.map(saidOf);
};

describe('facts that were sealed before she signed out', () => {
  it('are stored as hers by a phone without a session, and count once', async () => {
    const key = await keyOf(she);
    const link = aLink(she.gridId);
    const visit = aVisit(link);
    await t.http.delete('/sessions/current', she);

    const boxes = [sealed(key, she, visit), sealed(key, she, link)];
    expect(await submit(...boxes)).toEqual(['stored', 'stored']);
    expect(await submit(...boxes)).toEqual(['already', 'already']);
  });

  it('are told nothing of who may be the same person', async () => {
    const key = await keyOf(she);
    const link = aLink(she.gridId);
    await phoneOf(t, she).sync(link);
    const twin = aLink(she.gridId, { name: link.name });

    const { body } = await t.http.post<Synced>('/visits/sealed', {
      sealed: [sealed(key, she, twin)],
    });
    expect(body.results).toMatchObject([{ outcome: 'stored', maybeSameAs: null }]);
  });

  it('do not open when they are forged, garbled or another’s, each for itself', async () => {
    const key = await keyOf(she);
    const other = await aCommitteeMember(t, tree.village);
    const otherKey = await keyOf(other);
    const link = aLink(she.gridId);
    const good = sealed(key, she, link);
    const guessed = { ...key, submitToken: otherKey.submitToken.replace(/./, 'A') };
    const flip = (at: number) =>
      `${good.box.slice(0, at)}${good.box[at] === 'A' ? 'B' : 'A'}${good.box.slice(at + 1)}`;

    expect(
      await submit(
        sealed(otherKey, she, link),
        sealed(guessed, she, link),
        sealed(key, { accountId: other.accountId }, link),
        { ...good, keyId: 'k9' },
        { ...good, id: aLink('').id },
        { ...good, box: flip(60) },
        { ...good, box: flip(100) },
        { ...good, box: 'A'.repeat(200) },
        seal(key, [], link.id),
        good,
      ),
    ).toEqual([...Array<string>(9).fill('sealed_unreadable'), 'stored']);
  });

  it('still come in after her post ended, marked, and into no grid but hers', async () => {
    const key = await keyOf(she);
    const link = aLink(she.gridId);
    const visit = aVisit(link);
    const { gridId } = await aCommitteeMember(t, tree.village);
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Accounts).endPost(tx, she.postIds[0]!));

    const boxes = [link, visit, aLink(gridId)].map((fact) => sealed(key, she, fact));
    expect(await submit(...boxes)).toEqual(['stored', 'stored', 'not_your_grid']);
    expect(await submit(boxes[0]!)).toEqual(['already']);
    const stored = await t.dataSource.manager.findOneByOrFail(VisitRow, { id: visit.id });
    expect(stored.mark).toBe('post_ended');
    expect((await t.http.post('/visits/sync', { facts: [aVisit(link)] }, she)).status).toBe(404);
  });

  it('are proven by the phone for some weeks, for fewer after she signed out, then by herself', async () => {
    const [other, leaving] = [
      await aCommitteeMember(t, tree.village),
      await aCommitteeMember(t, tree.village),
    ];
    const made = async (who: CommitteeMember) => sealed(await keyOf(who), who, aLink(who.gridId));
    const [hers, left] = [await made(she), await made(leaving)];
    await t.http.delete('/sessions/current', leaving);
    const tokens = async () => {
      const rows = await t.dataSource.manager.find(SubmitTokenRow);
      return rows.filter(({ accountId }) =>
        [she, leaving].some((who) => who.accountId === accountId),
      );
    };

    t.clock.pass({ days: retentionDays.submitTokenSignedOut });
    expect(await submit(left)).toEqual(['sealed_unreadable']);
    await aNight(t);
    expect(await tokens()).toMatchObject([{ accountId: she.accountId }]);
    t.clock.pass({ days: retentionDays.submitToken - retentionDays.submitTokenSignedOut });
    expect(await submit(hers)).toEqual(['sealed_unreadable']);
    await aNight(t);
    expect(await tokens()).toEqual([]);

    const as = async ({ accountId }: CommitteeMember) => {
      const { token } = await t.app
        .get(UnitOfWork)
        .run((tx) => t.app.get(Sessions).start(tx, accountId, []));
      const { body } = await t.http.post<Synced>('/visits/sealed', { sealed: [hers] }, { token });
      return body.results.map(saidOf);
    };
    expect(await as(other)).toEqual(['sealed_unreadable']);
    expect(await as(she)).toEqual(['stored']);
  });

  it('have their month whatever she does on another phone, and more once she is back', async () => {
    const signIn = () =>
      t.app.get(UnitOfWork).run((tx) => t.app.get(Sessions).start(tx, she.accountId, []));
    const box = sealed(await keyOf(she), she, aLink(she.gridId));
    await t.http.delete('/sessions/current', await signIn());
    t.clock.pass({ days: retentionDays.submitTokenSignedOut });
    await aNight(t);
    const back = await signIn();
    const later = sealed(await keyOf(back), she, aLink(she.gridId));
    expect(await submit(box)).toEqual(['stored']);

    await t.http.delete('/sessions/current', back);
    await signIn();
    t.clock.pass({ days: retentionDays.submitTokenSignedOut });
    await aNight(t);
    expect(await submit(later)).toEqual(['stored']);
  });

  it('are read fact by fact as any other', async () => {
    const key = await keyOf(she);
    const link = aLink(she.gridId);
    const bad = { ...aVisit(link), note: 1 } as never;
    const deep = JSON.parse('{"a":'.repeat(2000) + '1' + '}'.repeat(2000)) as object;
    const nested = { ...aVisit(link), note: deep } as never;

    expect(
      await submit(sealed(key, she, bad), sealed(key, she, nested), sealed(key, she, link)),
    ).toEqual(['bad_input', 'bad_input', 'stored']);
  });

  it('are sealed to the newest key, which each sync names', async () => {
    const { id } = await keyOf(she);
    expect((await phoneOf(t, she).sync()).body.sealingKeyId).toBe(id);
  });

  it('open for as long as the ring holds the key, and by the newest first', () => {
    const { keys } = testConfig();
    const newer = { id: 'k2', key: Buffer.alloc(32, 9) };
    const before = new Sealing(testConfig());
    const rotated = new Sealing(testConfig({ keys: { ...keys, ring: [newer, ...keys.ring] } }));
    const gone = new Sealing(testConfig({ keys: { ...keys, ring: [newer] } }));
    const { id, box } = seal({ ...before.current, submitToken: '' }, { said: '在' }, 'k1');

    expect(rotated.open(id, box)).toBe('{"said":"在"}');
    expect(rotated.current.id).toBe('k2');
    expect(gone.open(id, box)).toBeUndefined();
  });
});
