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
  server.on('request', ({ socket }, reply) => {
    silent.delete(socket);
    reply.once('close', () => wait(socket));
  });
}
