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

// Content to end without its quote, so that a broken string is not read again from each quote within.
const tokens = /"(?:[^"\\]|\\.)*"?|[{}[\]:]/g;

/** Whether an object of this JSON, which can be read, has a key twice: readers differ in which one counts. */
function hasKeyTwice(json: string): boolean {
  const open: Set<string>[] = [];
  let text = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') text = token;
    else {
      const keys = open.at(-1)!;
      const key = JSON.parse(text) as string;
      if (keys.has(key)) return true;
      keys.add(key);
    }
  }
  return false;
}

/**
 * JSON in UTF-8 is the only body. Broken UTF-8 is refused, not repaired; nothing at all reads as `{}`, so
 * that every missing field is named; keys that could reach a prototype, or stand twice, are refused. Nothing is unpacked.
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
      return parse(request, json, (fault, body) =>
        !fault && hasKeyTwice(json) ? done(new Refusal('bad_json')) : done(fault, body),
      );
    },
  );
}
