import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proves, say, Stand } from './stand';

jest.setTimeout(10 * 60_000);

const asked = proves ? 1000 : 40;
const each = 20;

/** In `strace -f -y`, a call that another thread interrupts stands on two lines: it is over on the second. */
const isWrite = /pwrite64\(\d+<[^>]*-wal>/;
const isSync = /f(?:data)?sync\(\d+<[^>]*-wal>\) += 0$/;
const beginsSync = /^(\d+) +f(?:data)?sync\(\d+<[^>]*-wal> <unfinished/;
const endsSync = /^(\d+) +<\.\.\. f(?:data)?sync resumed>\) += 0$/;
const isAnswer = /(?:write|writev|sendto)\(\d+<[^>]*>, (?:\[\{iov_base=)?"HTTP\/1\.1 201/;

interface Order {
  answers: number;
  /** What left while its write was not on the disk. */
  early: number;
}

/** One request after another: what was written before an answer is what it tells of. */
function orderOf(lines: readonly string[]): Order {
  const order = { answers: 0, early: 0 };
  const syncing = new Set<string>();
  let isOnDisk = false;
  for (const line of lines) {
    const begun = beginsSync.exec(line)?.[1];
    const ended = endsSync.exec(line)?.[1];
    if (begun !== undefined) syncing.add(begun);
    if (isWrite.test(line)) {
      isOnDisk = false;
      // It may be older than this write.
      syncing.clear();
    }
    if (isSync.test(line) || (ended !== undefined && syncing.delete(ended))) isOnDisk = true;
    if (!isAnswer.test(line)) continue;
    order.answers += 1;
    if (!isOnDisk) order.early += 1;
    isOnDisk = false;
  }
  return order;
}

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.make(asked / each);
  await stand.begin();
});
afterAll(() => stand.end());

/** MySQL's files are MySQL's: there its settings are asked at the start. */
it('what is answered is on the disk: written, synced, and only then said', async () => {
  const file = join(stand.database.dataDir, 'calls');
  const end = await stand.victim.watch('pwrite64,fsync,fdatasync,write,writev,sendto', file);
  for (let n = 0; n < asked; n += 1) expect((await stand.enrol(stand.next()))?.status).toBe(201);
  await end();

  const { answers, early } = orderOf(readFileSync(file, 'utf8').split('\n'));
  say('written before it is answered', `${answers - early} of ${answers}`);
  expect({ answers, early }).toEqual({ answers: asked, early: 0 });
});
