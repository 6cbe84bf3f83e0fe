/** Ports of the loopback interface. */
import { createServer } from 'node:net';
import { FamaiError } from '#model/errors.ts';

const bind = (port: number): Promise<number | null> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(null));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : null));
    });
  });

/** `wanted` when it is free, any free one for 0. @throws FamaiError PORT_IN_USE */
export const freePort = async (wanted: number): Promise<number> => {
  const port = await bind(wanted);
  if (port === null) throw portInUse(wanted);
  return port;
};

export const portInUse = (port: number): FamaiError =>
  new FamaiError(
    'PORT_IN_USE',
    `端口 ${port} 已被占用：请结束占用它的程序，或用 FAMAI_BOLT_PORT 换一个端口。 / Port ${port} is in use: end the program that holds it or choose another with FAMAI_BOLT_PORT.`,
  );
