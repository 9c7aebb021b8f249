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
import { Accounts } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Sealing } from './sealing';

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

  it('are refused once her post has ended', async () => {
    const key = await keyOf(she);
    const link = aLink(she.gridId);
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Accounts).endPost(tx, she.postIds[0]!));

    expect(await submit(sealed(key, she, link))).toEqual(['sealed_unreadable']);
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
