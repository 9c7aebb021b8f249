/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

interface Text {
  words: string;
  /** The element it stands in, or nothing. */
  slot: string;
  file: string;
}

const root = join(__dirname, '../..');
const han = /[一-鿿]/;
// They hold the words that are looked for in what others wrote.
const notCopy = /\.spec\.tsx?$|\.rules\.ts$|job-wording/;

const sources = ['miniapp/src', 'shared/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !notCopy.test(name))
    .map((name) => join(root, folder, name)),
);

function wordsOf(node: ts.Node): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isJsxText(node)) return node.text.trim();
  if (!ts.isTemplateExpression(node)) return '';
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function slotOf({ parent }: ts.Node): string {
  const element = ts.isJsxExpression(parent) ? parent.parent : parent;
  return ts.isJsxElement(element) ? element.openingElement.tagName.getText() : '';
}

function textsIn(path: string): Text[] {
  const found: Text[] = [];
  const file = relative(root, path);
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const code = readFileSync(path, 'utf8');
  const visit = (node: ts.Node): void => {
    const words = wordsOf(node);
    if (han.test(words)) found.push({ words, slot: slotOf(node), file });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind));
  return found;
}

const texts = sources.flatMap(textsIn);
const said = (found: Text[]) => found.map(({ words, file }) => `${file}: ${words}`);
const withPart = (parts: (words: string) => string[], most: number) =>
  said(texts.filter(({ words }) => parts(words).some((part) => [...part.trim()].length > most)));
const inSlot = (slot: string, most: number) =>
  said(texts.filter((text) => text.slot === slot && [...text.words].length > most));
const saying = (pattern: RegExp) => said(texts.filter(({ words }) => pattern.test(words)));

// The law's own words.
const quotesLaw = /第二十三条的 15 日/;

describe('what people read', () => {
  it('is found at all', () => {
    process.stdout.write(`copy: ${texts.length} texts in ${sources.length} files\n`);
    expect(texts.length).toBeGreaterThan(800);
  });

  it('is short: 20 characters in one breath, 36 in a sentence, 3 sentences', () => {
    const breaths = (words: string) => words.split(/[。？；，：、（）\n]/);
    const sentences = (words: string) => words.split(/[。？\n]/);

    expect(withPart(breaths, 20).filter((text) => !quotesLaw.test(text))).toEqual([]);
    expect(withPart(sentences, 36).filter((text) => !quotesLaw.test(text))).toEqual([]);
    expect(said(texts.filter(({ words }) => sentences(words.trim()).length > 4))).toEqual([]);
    expect(inSlot('Button', 8)).toEqual([]);
    expect(inSlot('Heading', 15)).toEqual([]);
  });

  it('blames nobody, shouts at nobody and promises nothing absolute', () => {
    expect(
      saying(/请勿|非法|无效|抱歉|对不起|系统异常|错误|失败|遗憾|受害|绝对|你|！|error/i),
    ).toEqual([]);
  });

  it('has digits where it counts, and punctuation as wide as its characters', () => {
    expect(saying(/[０-９]/)).toEqual([]);
    expect(saying(/(?<!至少留)[三四五六七八九十](?:[个天位次处]|小时|分钟)/)).toEqual([]);
    expect(saying(/[一-鿿][,;:?()]|[,;:?()][一-鿿]/)).toEqual([]);
  });

  it('uses everyday characters: at most 1 in 100 outside the 3,755 of GB 2312 level 1', () => {
    const decoder = new TextDecoder('gb18030');
    const everyday = new Set(
      Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, high) =>
        Array.from({ length: 0xfe - 0xa1 + 1 }, (_, low) =>
          decoder.decode(Uint8Array.of(0xb0 + high, 0xa1 + low)),
        ),
      ).flat(),
    );
    const all = texts.flatMap(({ words }) => [...words].filter((each) => han.test(each)));
    const rare = all.filter((each) => !everyday.has(each));

    process.stdout.write(
      `copy: ${rare.length} of ${all.length} characters rare: ${rare.join('')}\n`,
    );
    expect(rare.length / all.length).toBeLessThan(0.01);
  });

  it('never stands in a toast or a modal, which go before she has read them', () => {
    const calls = sources.filter((path) => /show(Toast|Modal)\(/.test(readFileSync(path, 'utf8')));
    expect(calls).toEqual([]);
  });
});
