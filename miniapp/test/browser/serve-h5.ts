import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export const h5Root = join(__dirname, '../../dist/h5');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** The H5 build alone, without the service: for what a page looks like. */
export async function serveH5(): Promise<{ baseUrl: string; server: Server }> {
  const server = createServer(({ url = '/' }, reply) => {
    const path = normalize(url.split('?')[0] ?? '/').replace(/^(\.\.[/\\])+/, '');
    const file = path === '/' ? '/index.html' : path;
    try {
      const content = readFileSync(join(h5Root, file));
      reply.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
      reply.end(content);
    } catch {
      reply.writeHead(404, { 'Content-Type': 'application/json' });
      reply.end(JSON.stringify({ code: 'not_found', message: '没找到。' }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
