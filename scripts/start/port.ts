/** Says that a port is taken before anything slow begins. */
import { createServer } from 'node:net';
import { FamaiError } from '#model/errors.ts';

/** @throws FamaiError PORT_IN_USE */
export const checkPort = async (port: number, host: string): Promise<void> => {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return resolve();
      reject(
        new FamaiError(
          'PORT_IN_USE',
          `端口 ${port} 已被占用：请关闭占用它的程序，或设置 PORT 换一个端口。 / Port ${port} is in use: end the program that holds it, or set PORT.`,
        ),
      );
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
};
