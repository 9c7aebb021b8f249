import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, file] = process.argv.slice(2);
const json = readFileSync(file, 'utf8');

createServer((_, reply) => {
  reply.setHeader('content-type', 'application/json; charset=utf-8');
  reply.end(json);
}).listen(Number(port), '127.0.0.1');
