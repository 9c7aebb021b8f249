import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');
const folders = ['shared/src', 'server/src', 'server/simulator', 'miniapp/src'];

/** Expressions put together while running, which the linter cannot read. Each is made of our own words alone. */
const putTogether = [
  'miniapp/src/platform/voice.weapp.ts',
  'server/src/account/leaving.dto.ts',
  'server/src/account/second-factor.dto.ts',
  'server/src/platform/http/routes.ts',
  'server/src/womens-home/home-names.ts',
  'shared/src/case-ticket/case-ticket.rules.ts',
  'shared/src/job/job-wording.rules.ts',
];

const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))
    .map((name) => `${folder}/${name}`),
);

test.each(folders)(
  'no expression of %s takes more than linear time: the linter proves it',
  (folder) => {
    const [first = ''] = sources.filter((name) => name.startsWith(folder));
    const asked = ['--print-config', first];
    const eslint = join(root, 'node_modules/.bin/eslint');
    const config = JSON.parse(execFileSync(eslint, asked, { cwd: root, encoding: 'utf8' })) as {
      rules: Record<string, [number]>;
    };

    for (const rule of ['no-super-linear-backtracking', 'no-super-linear-move'])
      expect({ rule, severity: config.rules[`regexp/${rule}`]?.[0] }).toEqual({
        rule,
        severity: 2,
      });
  },
);

test('expressions put together while running are those that were looked at', () => {
  const found = sources.filter((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    return /new RegExp\((?!\/)/.test(text);
  });

  expect(found.sort()).toEqual(putTogether);
});
