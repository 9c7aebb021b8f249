import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attacksOn, type Attack } from './attacks';
import { CountedMatching, EndlessMatching } from './counted-matching';
import { literalsIn, madeDuring, makesExpressions, sources, type Written } from './expressions';

const root = join(__dirname, '../../..');
const mostSteps = 1_000_000;

const textIn = (file: string): string => readFileSync(join(root, file), 'utf8');

const textOf = ({ before, again, after }: Attack, length: number): string =>
  before + again.repeat(Math.ceil(length / again.length)) + after;

function enginesMatches({ source, flags, global }: RegExp, text: string): [number, number][] {
  const all = text.matchAll(new RegExp(source, global ? flags : `${flags}g`));
  const found = [...all].map(({ index, 0: { length } }): [number, number] => [
    index,
    index + length,
  ]);
  return global ? found : found.slice(0, 1);
}

/** Counted only where it finds what the engine finds. */
function stepsOf(matching: CountedMatching, expression: RegExp, text: string): number {
  try {
    const found = JSON.stringify(matching.find(text));
    const wanted = JSON.stringify(enginesMatches(expression, text));
    if (found !== wanted) throw new Error(`${expression} finds ${wanted}, not ${found}: ${text}`);
    return matching.steps;
  } catch (error) {
    if (error instanceof EndlessMatching) return Infinity;
    throw error;
  }
}

/** The text on which twice the length costs more than twice the steps. */
function slowOn(expression: RegExp): Attack | undefined {
  const matching = new CountedMatching(expression, mostSteps);
  const stepsFor = (attack: Attack, length: number) =>
    stepsOf(matching, expression, textOf(attack, length));
  return attacksOn(matching.whole, expression.source).find((attack) => {
    const twice = stepsFor(attack, 400);
    return twice === Infinity || twice > 2.2 * stepsFor(attack, 200) + 100;
  });
}

function mostStepsFor(expression: RegExp, length: number): number {
  const matching = new CountedMatching(expression, mostSteps);
  const steps = attacksOn(matching.whole, expression.source)
    .map((attack) => textOf(attack, length).slice(-length))
    .map((text) => stepsOf(matching, expression, text));
  return Math.max(...steps);
}

const slowOf = (all: readonly Written[]) =>
  all
    .map(({ file, expression }) => ({ file, expression, on: slowOn(expression) }))
    .filter(({ on }) => on !== undefined);

describe('a slow expression is found', () => {
  it.each([
    String.raw`(a+)+$`,
    String.raw`a+b`,
    String.raw`\s+$`,
    String.raw`^\d+\d*x$`,
    String.raw`^(?:a|ab|b)*$`,
    String.raw`不(?:或者?|[的者])*$`,
    String.raw`,\s*[^,]*\s*;`,
    String.raw`"(?:[^"\\]|\\.)*"`,
  ])('%s', (source) => {
    expect(slowOn(new RegExp(source))).toBeDefined();
  });
});

describe('with the length of its text the work of no expression grows faster,', () => {
  it('as it stands in the sources', () => {
    const written = sources.flatMap(literalsIn);

    // It reads the built page, once, at the start.
    const ofOurOwn = 'server/src/platform/http/security-headers.ts';
    expect(slowOf(written).filter(({ file }) => file !== ofOurOwn)).toEqual([]);
    expect(written.length).toBeGreaterThan(50);
  });

  it('as it is put together from words', () => {
    const makers = sources.filter(makesExpressions);
    /** What these make while they work. */
    const later: Written[] = [
      { file: 'server/src/platform/http/routes.ts', expression: /^\/a\/[^/]+\/b\/[^/]+$/ },
      { file: 'miniapp/src/platform/voice.weapp.ts', expression: /[\s\S]{1,100}/g },
    ];
    const isLater = (file: string) => later.some((each) => each.file === file);
    const made = madeDuring(() =>
      jest.isolateModules(() => {
        for (const file of makers.filter((each) => !isLater(each))) {
          const { readClaimCode } = jest.requireActual<{ readClaimCode?: (typed: string) => void }>(
            join(root, file),
          );
          readClaimCode?.('');
        }
      }),
    );

    const all = [...made, ...later];
    expect([...new Set(all.map(({ file }) => file))].sort()).toEqual([...makers].sort());
    const slow = slowOf(all);
    // It would, and is given the 60 characters before a phrase and no more.
    expect(slow.map(({ file }) => file)).toEqual(['shared/src/job/job-wording.rules.ts']);
    expect(textIn(slow[0]!.file)).toContain('const mostBefore = 60;');
    expect(mostStepsFor(slow[0]!.expression, 60)).toBeLessThan(50_000);
  });
});
