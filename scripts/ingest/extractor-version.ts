/** Names the rules that read documents: another rule or another word list gives another graph, so files are read again. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['scripts/extraction', 'scripts/io', 'graph-data/lexicon'];

/** Hash over all rules and lexicon files, 16 hexadecimal digits. */
export const extractorVersion = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const names = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(ROOT.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
};
