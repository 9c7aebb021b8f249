import { aWoman } from '../../../test/field';
import { copyOf } from './copy';

it('keeps the hint at who may be the same until her name or phone is another', () => {
  const hinted = { ...aWoman(), isWaiting: false, maybeSameAs: 'E9' };
  const hintOf = (now: object) => copyOf([], [aWoman(now)], [], [hinted]).women[0]?.maybeSameAs;

  expect(hintOf({ address: '3 组 21 号' })).toBe('E9');
  expect(hintOf({ name: '示例·许春华' })).toBeNull();
  expect(hintOf({ phone: '13800000002' })).toBeNull();
});
