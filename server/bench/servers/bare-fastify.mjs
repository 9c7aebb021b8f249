import { readFileSync } from 'node:fs';
import fastify from 'fastify';

const [port, file, log] = process.argv.slice(2);
const constant = JSON.parse(readFileSync(file, 'utf8'));

const server = fastify({ logger: log === 'log' });
server.get('*', async () => constant);
await server.listen({ port: Number(port), host: '127.0.0.1' });
