import { divisionPrefix } from './division-prefix';

describe('the digits of a division', () => {
  it.each([
    ['a province', '350000', '35'],
    ['a prefecture', '350500', '3505'],
    ['a county', '350583', '350583'],
    ['a town', '350583100', '350583100'],
    ['a village', '350583100001', '350583100001'],
    ['a town in twelve digits', '350583100000', '350583100'],
    ['a province in twelve digits', '350000000000', '35'],
  ])('of %s: %s', (_, code, prefix) => {
    expect(divisionPrefix(code)).toBe(prefix);
  });
});
