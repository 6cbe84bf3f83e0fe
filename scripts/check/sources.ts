/** The project's own sources, as the import checks read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './import-graph.ts';

const FOLDERS = ['graph-data', 'scripts', 'server', 'client', 'tests'];
const MAX_LINES = 300;

/** Every .ts and .tsx file under the code folders of `root`. */
export const projectSources = (root: string): SourceFile[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  ).map((path) => ({ path: path.replaceAll('\\', '/').replace(/^\.\//, ''), text: readFileSync(path, 'utf8') }));

/** One line per file over the ceiling. */
export const longFiles = (files: readonly SourceFile[]): string[] =>
  files
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
    .filter((file) => file.lines > MAX_LINES)
    .map((file) => `${file.path}: ${file.lines} lines, the ceiling is ${MAX_LINES}`);
