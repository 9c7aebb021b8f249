import { nearSpellings, withoutLastSyllable } from './near-spellings';
import { asTyped, formsOf, lettersOf, soughtOf } from './spelling';
import { syllables } from './syllables';

const tail = /(?:社区|村委会|[镇区路])$/;

describe('how a name is spelled', () => {
  it.each([
    ['重庆路', 'chongqinglu'],
    ['长兴社区', 'changxingshequ'],
    ['厦门', 'xiamen'],
    ['女子', 'nuzi'],
    ['吕厝村', 'lucuocun'],
    ['绿洲', 'luzhou'],
  ])('%s is %s', (name, letters) => {
    expect(lettersOf(name)).toBe(letters);
  });

  it.each(['funü', 'FUNV', 'fu nu', "fu'nv", '妇女', '妇nv'])('takes %s as fu nu', (typed) => {
    expect(lettersOf(typed)).toBe('funu');
  });

  it('looks for Chinese as it stands and for anything mixed by its letters', () => {
    expect([soughtOf(' 霞美 '), soughtOf('霞Mei')]).toEqual(['霞美', 'xiamei']);
  });

  it('begins at each own character, in Chinese and in pinyin, and at the initials', () => {
    expect(formsOf('鼓楼区', tail)).toEqual(['鼓楼区', '楼区', 'gulouqu', 'louqu', '区', 'glq']);
  });

  it('keeps signs that are not Chinese', () => {
    expect(formsOf('霞_美镇', tail)).toContain('_美镇');
    expect(asTyped('Ａ区')).toBe('a区');
  });
});

describe('one letter away', () => {
  it.each([
    ['gluou', 'gulou'],
    ['gulo', 'gulou'],
    ['xiamai', 'xiamei'],
    ['xamei', 'xiamei'],
    ['xiaamei', 'xiamei'],
    ['shuitoo', 'shuitou'],
  ])('%s may mean %s', (typed, meant) => {
    expect(nearSpellings(typed)).toContain(meant);
  });

  it('lets go of a last syllable', () => {
    expect(['gloulou', 'xiameizhen', 'xia'].map(withoutLastSyllable)).toEqual([
      'glou',
      'xiamei',
      '',
    ]);
  });

  it('offers nothing that cannot be read as pinyin, and nothing for three letters', () => {
    expect(nearSpellings('xiamei').filter((near) => /[iuv]{3}|^[iuv]/.test(near))).toEqual([]);
    expect(nearSpellings('xia')).toEqual([]);
    expect(nearSpellings('霞美妇联')).toEqual([]);
  });

  it('knows the syllables of pinyin once each', () => {
    expect(new Set(syllables).size).toBe(syllables.length);
    expect(syllables.length).toBeGreaterThan(390);
  });
});
