import { Breaker } from './breaker';

interface Asked {
  waitedMs: number;
  answer: () => void;
  fail: () => void;
}

let asked: Asked[];
let breaker: Breaker;
const waitMs = 4000;

beforeEach(() => {
  jest.useFakeTimers();
  asked = [];
  breaker = new Breaker(waitMs);
});
afterEach(() => jest.useRealTimers());

/** What she hears: `in`, or `busy`; empty while she waits. */
function oneMore(): string[] {
  const heard: string[] = [];
  const work = (waitedMs: number) =>
    new Promise<string>((resolve, reject) => {
      asked.push({ waitedMs, answer: () => resolve('in'), fail: () => reject(new Error('cut')) });
    });
  void breaker.ask(work).then((answer) => heard.push(answer ?? 'busy'));
  return heard;
}

const crowd = (count: number) => Array.from({ length: count }, oneMore);
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const count = (heard: string[][], what: string) => heard.filter(([one]) => one === what).length;

async function unwell(): Promise<void> {
  crowd(5);
  await pass(0);
  asked.splice(0).forEach(({ fail }) => fail());
  await pass(0);
}

describe('a crowd before a slow service', () => {
  it('has a hundred on their way; the others follow in their order', async () => {
    const heard = crowd(250);
    await pass(0);
    expect(asked).toHaveLength(100);

    await pass(1500);
    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    expect(asked.map(({ waitedMs }) => waitedMs)).toEqual(Array(100).fill(1500));
    expect(count(heard.slice(0, 100), 'in')).toBe(100);
    expect(heard.slice(100).flat()).toEqual([]);

    await pass(1500);
    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    expect(count(heard, 'in')).toBe(250);
  });

  it('is told at the end of its patience, not before', async () => {
    const heard = crowd(101);
    await pass(waitMs - 1);
    expect(heard[100]).toEqual([]);

    await pass(1);
    expect(heard[100]).toEqual(['busy']);
    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    expect(asked).toEqual([]);
  });

  it('has a line of five hundred; who comes then is told at once', async () => {
    const heard = crowd(601);
    await pass(0);
    expect(count(heard, 'busy')).toBe(1);
    expect(heard[600]).toEqual(['busy']);
  });
});

describe('a service that does not answer', () => {
  it('is left alone after five failures in a row, then asked by one, and the others follow', async () => {
    await unwell();
    const heard = crowd(60);
    await pass(999);
    expect(asked).toEqual([]);

    await pass(1);
    expect(asked).toHaveLength(1);
    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    expect(asked).toHaveLength(59);
    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    expect(count(heard, 'in')).toBe(60);
  });

  it('rests twice as long each time, and who could not wait so long is told at once', async () => {
    await unwell();
    for (const restMs of [1000, 2000]) {
      oneMore();
      await pass(restMs);
      asked.splice(0).forEach(({ fail }) => fail());
      await pass(0);
    }
    const first = oneMore();
    await pass(3999);
    expect(asked).toEqual([]);
    await pass(1);
    asked.splice(0).forEach(({ fail }) => fail());
    await pass(0);

    expect(first).toEqual(['busy']);
    expect(asked).toEqual([]);
    const heard = oneMore();
    await pass(0);
    expect(heard).toEqual(['busy']);
    await pass(8000);
    const late = oneMore();
    await pass(0);
    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    expect(late).toEqual(['in']);
  });

  it('is well again with one answer, also of a question from before', async () => {
    crowd(6);
    await pass(0);
    asked.splice(0, 5).forEach(({ fail }) => fail());
    await pass(0);
    oneMore();
    await pass(0);
    expect(asked).toHaveLength(1);

    asked.splice(0).forEach(({ answer }) => answer());
    await pass(0);
    expect(asked).toHaveLength(1);
  });

  it('is asked on by others when four fail and one does not', async () => {
    for (let round = 0; round < 3; round += 1) {
      crowd(5);
      await pass(0);
      const [well, ...ill] = asked.splice(0);
      ill.forEach(({ fail }) => fail());
      await pass(0);
      well?.answer();
      await pass(0);
    }
    oneMore();
    await pass(0);
    expect(asked).toHaveLength(1);
  });
});
