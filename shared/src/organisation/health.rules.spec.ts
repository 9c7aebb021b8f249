import { healthHints, hintText, type LookedAt } from './health.rules';

const membersOf = (count: number, links = 20) =>
  Array.from({ length: count }, (_, n) => ({ name: `示例·${n}`, links }));

const chamber = (given: Partial<LookedAt> = {}): LookedAt => ({
  kind: 'federation',
  level: 'unit',
  members: membersOf(11),
  daysQuiet: 0,
  ...given,
});
const kindsOf = (given: Partial<LookedAt>) => healthHints(chamber(given)).map(({ kind }) => kind);

describe('what to look after in an organisation', () => {
  it.each([
    [10, ['too_few_members']],
    [11, []],
    [15, []],
    [16, ['too_many_members']],
  ])('with %i members', (count, hints) => {
    expect(kindsOf({ members: membersOf(count) })).toEqual(hints);
  });

  it('says how many are missing on the list of an 执委 with 19, and nothing of one with 20', () => {
    const members = [...membersOf(10), { name: '示例·陈', links: 19 }];
    expect(healthHints(chamber({ members })).map(hintText)).toEqual(['示例·陈的联系户差1名']);
    expect(kindsOf({ members: membersOf(11, 20) })).toEqual([]);
  });

  it('offers help after 180 days in which nothing was done', () => {
    expect(kindsOf({ daysQuiet: 179 })).toEqual([]);
    expect(kindsOf({ daysQuiet: 180 })).toEqual(['quiet']);
  });

  it('asks no number of a place to meet, nor of a county', () => {
    expect(kindsOf({ kind: 'micro_home', members: [] })).toEqual([]);
    expect(kindsOf({ level: 'county', members: membersOf(3, 0) })).toEqual([]);
  });
});
