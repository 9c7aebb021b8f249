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

/**
 * JSON in UTF-8 is the only body. Broken UTF-8 is refused, not repaired; nothing at all reads as `{}`, so
 * that every missing field is named; keys that could reach a prototype are refused. Nothing is unpacked.
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
      return parse(request, decode(bytes), done);
    },
  );
}
