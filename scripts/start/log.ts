/** Where the running app writes its log: a file under the data folder, so that the terminal stays readable. */
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';

/** A log larger than this is put aside at the next start; one old file is kept. */
const MAX_BYTES = 20_000_000;

export const openLog = async (dataFolder: string, level: string): Promise<Logger> => {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'famai.log');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const size = await stat(file).then(
    (info) => info.size,
    () => 0,
  );
  if (size > MAX_BYTES) await rename(file, `${file}.1`);
  return pino({ level }, pino.destination({ dest: file, mode: 0o600, sync: false }));
};
