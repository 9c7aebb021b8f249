import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { secretsBelow } from '../../../server/test/secrets';
import { h5Root } from './serve-h5';

it('the pages for a browser hold no secret', () => {
  expect(existsSync(join(h5Root, 'index.html'))).toBe(true);
  expect(secretsBelow(h5Root)).toEqual([]);
});
