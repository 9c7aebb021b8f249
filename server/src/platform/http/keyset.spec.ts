import fc from 'fast-check';
import { decodeAfter, encodeAfter, pageOf } from './keyset';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('what was encoded is read back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.string({ maxLength: 26 }), (at, id) => {
      fc.pre(!id.includes('\0'));
      expect(decodeAfter(encodeAfter([at, id]), [0, ''])).toEqual([at, id]);
    }),
  );
});

test.each([
  ['empty', ''],
  ['no JSON', 'abc'],
  ['other types', encode(['1', 'a'])],
  ['too few', encode([1])],
  ['too many', encode([1, 'a', 2])],
  ['an object', encode({ 0: 1, 1: 'a', length: 2 })],
  ['a fraction', encode([1.5, 'a'])],
  ['no finite number', Buffer.from('[1e400,"a"]').toString('base64url')],
  ['NUL', encode([1, '\0'])],
  ['another spelling', `${encode([1, 'a'])}=`],
  ['long', encode([1, 'a'.repeat(200)])],
])('what this server did not write is refused: %s', (_, after) => {
  expect(() => decodeAfter(after, [0, ''])).toThrow('bad_input');
});

test('any text is refused or read, never a crash', () => {
  fc.assert(
    fc.property(fc.string(), (after) => {
      try {
        decodeAfter(after, [0]);
      } catch (fault) {
        expect((fault as Error).name).toBe('Refusal');
      }
    }),
  );
});

test('the extra row says that there is more and is not shown', () => {
  const page = pageOf([1, 2, 3], 2, (row) => [row], String);
  expect(page).toEqual({ items: ['1', '2'], next: encodeAfter([2]) });
  expect(pageOf([1, 2], 2, (row) => [row], String).next).toBeNull();
});
