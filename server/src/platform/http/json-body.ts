import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new Refusal('bad_json');
  }
}

const mostDepth = 16;
const tooDeep = '内容套得太深了。去掉几层再提交。';

// Content to end without its quote, so that a broken string is not read again from each quote within.
const tokens = /"(?:[^"\\]|\\.)*"?|[{}[\]:]/g;

/** Of this JSON, which can be read: a key stands twice, and readers differ in which one counts, or it goes too deep. */
function whyNotTaken(json: string): Refusal | null {
  const open: Set<string>[] = [];
  let text = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') text = token;
    else {
      const keys = open.at(-1)!;
      const key = JSON.parse(text) as string;
      if (keys.has(key)) return new Refusal('bad_json');
      keys.add(key);
    }
    if (open.length > mostDepth) return new Refusal('bad_input', { fields: { body: tooDeep } });
  }
  return null;
}

/**
 * JSON in UTF-8 is the only body. Broken UTF-8 is refused, not repaired; nothing at all reads as `{}`, so
 * that every missing field is named; keys that could reach a prototype, or stand twice, are refused, and so is what goes too deep.
 * Nothing is unpacked.
 */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      if (request.headers['content-encoding'] !== undefined)
        return done(new Refusal('wrong_content_type'));
      if (bytes.length === 0) return done(null, {});
      const json = decode(bytes);
      return parse(request, json, (fault, body) => done(fault ?? whyNotTaken(json), body));
    },
  );
}
