/** @jest-environment node */
import { FakeDisk, Killed } from '../../test/phone/fake-disk';
import { base64url, readBase64url } from './base64url';
import { Chance } from './chance';
import { StorageFull } from './disk';
import { SealedRecords, Unreadable } from './sealed-records';
import { readUtf8, utf8 } from './utf8';

const prefix = 'field/A/';
const recordsOn = (disk: FakeDisk, key = 1) =>
  new SealedRecords({
    disk,
    prefix,
    key: new Uint8Array(32).fill(key),
    chance: new Chance(new Uint8Array(32).fill(disk.acts)),
  });
// Above the 1 MB that WeChat takes under one key.
const large = (words: string) => ({ words, filler: words.repeat(300_000 / words.length) });

describe('encrypted records', () => {
  it('give back what was put, large or small, and show nothing of it', () => {
    const disk = new FakeDisk();
    recordsOn(disk).put('small', ['示例·林木棉', '🌺\n"', '\u0000']);
    recordsOn(disk).put('large', large('示例'));

    const again = recordsOn(disk);
    expect(again.get('small')).toEqual(['示例·林木棉', '🌺\n"', '\u0000']);
    expect(again.get('large')).toEqual(large('示例'));
    expect(again.get('none')).toBeUndefined();
    expect(again.names()).toEqual(['large', 'small']);
    expect(disk.kept.size).toBeGreaterThan(5);
    expect(disk.dump()).not.toMatch(/示例|木棉|words/);
  });

  it('are the old one or the new one, wherever the app is ended', () => {
    const disk = new FakeDisk();
    recordsOn(disk).put('copy', large('旧'));
    const stored = new Map(disk.kept);
    let wasNew = false;
    for (let writes = 1; !wasNew; writes += 1) {
      disk.kept.clear();
      stored.forEach((text, key) => disk.kept.set(key, text));
      disk.left = writes;
      try {
        recordsOn(disk).put('copy', large('新'));
        wasNew = true;
      } catch (fault) {
        expect(fault).toBeInstanceOf(Killed);
      }
      disk.revive();
      const found = recordsOn(disk).get<{ words: string }>('copy');
      expect([large('旧'), large('新')]).toContainEqual(found);
      recordsOn(disk).sweep();
      expect(recordsOn(disk).get('copy')).toEqual(found);
      expect(disk.kept.size).toBe(stored.size);
    }
  });

  it('keep the old value when there is no room for the new one', () => {
    const disk = new FakeDisk();
    const records = recordsOn(disk);
    records.put('copy', large('旧'));
    const before = disk.dump();
    disk.limit = disk.size() + 900_000;

    expect(() => records.put('copy', large('新'))).toThrow(StorageFull);

    expect(disk.dump()).toBe(before);
  });

  it('do not open with another key, under another name, or after a change', () => {
    const disk = new FakeDisk();
    recordsOn(disk).put('one', 1);
    recordsOn(disk).put('two', 2);
    expect(() => recordsOn(disk, 2).get('one')).toThrow(Unreadable);

    const [one = '', two = ''] = [disk.read(`${prefix}one`), disk.read(`${prefix}two`)];
    disk.write(`${prefix}one`, two);
    expect(() => recordsOn(disk).get('one')).toThrow(Unreadable);
    disk.write(`${prefix}one`, (one.startsWith('A') ? 'B' : 'A') + one.slice(1));
    expect(() => recordsOn(disk).get('one')).toThrow(Unreadable);
  });
});

describe('the letters of bytes', () => {
  const words = ['', 'a', 'ab', 'abc', '走访记录', '🌺👩‍👩‍👧', 'é\u07ff\u0800\uffff\u{10ffff}'];

  it.each(words)('are those that Node knows: %j', (text) => {
    const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
    expect(utf8(text)).toEqual(bytes);
    expect(readUtf8(bytes)).toBe(text);
    expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(readBase64url(base64url(bytes))).toEqual(bytes);
  });

  it('are no others', () => {
    expect(readBase64url('a+b')).toBeUndefined();
    expect(readUtf8(utf8('\ud800'))).toBe('\ufffd');
  });
});

describe('chance', () => {
  it('gives ids that sort by their moment, even with a clock that is off by centuries', () => {
    const chance = new Chance(new Uint8Array(32));
    const ids = [-1, 0, 1, 1_900_000_000_000, 9e18].map((moment) => chance.id(moment));
    ids.forEach((id) => expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/));
    expect(ids.map((id) => id.slice(0, 10))).toEqual(ids.map((id) => id.slice(0, 10)).sort());
    expect(chance.digits(20)).toMatch(/^\d{20}$/);
    expect(new Set(Array.from({ length: 1000 }, () => chance.digits(20))).size).toBe(1000);
  });
});
