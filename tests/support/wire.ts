/** A wire to the database that can be cut, or fall silent: what lies behind it stays as it is. */
import { createServer, connect as dial, type Socket } from 'node:net';

export interface Wire {
  /** What to connect to in place of the database. */
  readonly uri: string;
  /** Ends every connection and lets none be made. */
  cut(): void;
  /** Carries nothing any more; no connection ends, and those that are made hear nothing: a network that swallows. */
  silence(): void;
  /** Carries again, also what was held back. */
  mend(): void;
  close(): void;
}

export const createWire = async (uri: string): Promise<Wire> => {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let state: 'carries' | 'cut' | 'silent' = 'carries';
  const endAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = dial(Number(port), hostname);
    const pairs = [
      [near, far],
      [far, near],
    ] as const;
    for (const [from, to] of pairs) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (bytes) => to.write(bytes));
      if (state === 'silent') from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    uri: `bolt://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    cut: () => {
      state = 'cut';
      endAll();
    },
    silence: () => {
      state = 'silent';
      for (const socket of sockets) socket.pause();
    },
    mend: () => {
      state = 'carries';
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      endAll();
      server.close();
    },
  };
};
