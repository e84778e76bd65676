import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { DataDir } from './data-dir.ts';

type Kind = 'tcp' | 'udp';

/** The port kept under this name, or, if it is taken or none is kept yet, a free one, which is then kept. */
export async function keptPort(data: DataDir, name: string, kind: Kind): Promise<number> {
  const kept = data.record.ports[name];
  if (kept && (await isFree(kept, kind))) return kept;
  const port = await freePort(kind);
  data.record.ports[name] = port;
  data.save();
  return port;
}

export const isFree = async (port: number, kind: Kind): Promise<boolean> => (await tryPort(port, kind)) !== null;

export async function freePort(kind: Kind): Promise<number> {
  const port = await tryPort(0, kind);
  if (port === null) throw new Error(`No ${kind} port of 127.0.0.1 is free`);
  return port;
}

function tryPort(port: number, kind: Kind): Promise<number | null> {
  return new Promise((resolve) => {
    if (kind === 'udp') {
      const socket = createSocket('udp4');
      socket.once('error', () => resolve(null));
      socket.bind(port, '127.0.0.1', () => {
        const taken = socket.address().port;
        socket.close(() => resolve(taken));
      });
      return;
    }
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
