import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a secret looks like in a source, in what is built from it and, escaped, in a source map. */
export const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_\w{36}\b/,
  // A secret of a mini-program, as WeChat makes them.
  /['"`=][0-9a-f]{32}(?:\\?['"`]|$)/m,
  // The five of an installation and WeChat's: as a variable, a property or JSON.
  /(?:APP_SECRET|KEY_RING|CLAIM_PEPPER|CLAIM_SALT_\w+|BLIND_INDEX_KEY)\\?['"`]?\s*[=:]\s*\\?['"`]?(?:\w+:)?[\w-]{32,}/,
];

/** Every file below a folder that holds a secret, and which. */
export const secretsBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .flatMap((path) => {
      const text = readFileSync(path, 'latin1');
      const found = secrets.filter((secret) => secret.test(text));
      return found.map((secret) => `${relative(folder, path)}: ${secret}`);
    });
