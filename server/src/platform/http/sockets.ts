import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Ends the connection that has been silent longest when more than `most` have asked nothing yet, or nothing
 * more: thousands of silent ones must not keep the door from a woman who comes after them.
 */
export function endOldestSilent(server: Server, most: number): void {
  const silent = new Set<Socket>();

  const wait = (socket: Socket): void => {
    if (socket.destroyed) return;
    silent.add(socket);
    const [oldest] = silent;
    if (silent.size > most) oldest?.destroy();
  };

  server.on('connection', (socket: Socket) => {
    socket.once('close', () => silent.delete(socket));
    wait(socket);
  });
  server.prependListener('request', ({ socket }, reply) => {
    silent.delete(socket);
    reply.once('close', () => wait(socket));
  });
}

/** Nobody's phone, browser or proxy asks again before the answer is there; one may overlap. */
const mostAtOnce = 2;

/**
 * Ends a connection that asks faster than it is answered: its answers would all be kept in memory until somebody
 * reads them. The requests that were already read are left unanswered by `addHooks`.
 */
export function endWhoAsksAhead(server: Server): void {
  const open = new WeakMap<Socket, number>();

  server.prependListener('request', ({ socket }, reply) => {
    const asked = (open.get(socket) ?? 0) + 1;
    open.set(socket, asked);
    reply.once('close', () => open.set(socket, (open.get(socket) ?? 1) - 1));
    if (asked > mostAtOnce) socket.destroy();
  });
}
