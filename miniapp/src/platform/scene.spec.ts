import { scannedCode } from './scene';

describe('the code she scanned', () => {
  it.each([
    ['in a browser', { code: 'xm-0001' }, 'xm-0001'],
    ['an ordinary code', { q: 'https%3A%2F%2Fexample.cn%2Fq%2Fxm-0001%3Fa%3D1' }, 'xm-0001'],
    ['a mini-program code', { scene: 'code%3Dxm-0001' }, 'xm-0001'],
    ['a bare scene', { scene: 'xm-0001' }, 'xm-0001'],
    ['another address', { q: 'https%3A%2F%2Fexample.cn%2F' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_name, query, code) => {
    expect(scannedCode(query)).toBe(code);
  });
});
