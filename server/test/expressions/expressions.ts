import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');

export interface Written {
  file: string;
  expression: RegExp;
}

export const sources: readonly string[] = ['server/src', 'shared/src', 'miniapp/src'].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
);

function* below(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* below(child);
}

const nodesOf = (file: string): ts.Node[] => [
  ...below(
    ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest),
  ),
];

/** Every expression that stands in a file as such. */
export const literalsIn = (file: string): Written[] =>
  nodesOf(file)
    .filter(ts.isRegularExpressionLiteral)
    .map(({ text }) => [text, text.lastIndexOf('/')] as const)
    .map(([text, end]) => new RegExp(text.slice(1, end), text.slice(end + 1)))
    .map((expression) => ({ file, expression }));

/** Whether a file puts an expression together from words. */
export const makesExpressions = (file: string): boolean =>
  nodesOf(file)
    .filter((node) => ts.isNewExpression(node) || ts.isCallExpression(node))
    .some(({ expression }) => ts.isIdentifier(expression) && expression.text === 'RegExp');

/** The expressions that files of ours put together while something is done. */
export function madeDuring(act: () => void): Written[] {
  const made: Written[] = [];
  const Own = RegExp;
  const construct = (_: typeof RegExp, given: [string, string?]): RegExp => {
    const expression = new Own(...given);
    const maker = new Error().stack?.split('\n')[2] ?? '';
    const file = /\/((?:server|shared|miniapp)\/src\/[^:]+):/.exec(maker)?.[1];
    if (file) made.push({ file, expression });
    return expression;
  };
  globalThis.RegExp = new Proxy(Own, { construct });
  try {
    act();
  } finally {
    globalThis.RegExp = Own;
  }
  return made;
}
