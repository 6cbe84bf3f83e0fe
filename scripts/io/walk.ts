/** Files and folders named on a command line to the files to read, in a stable order. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { FamaiError } from '#model/errors.ts';
import { FORMAT_ENDINGS, formatOf, MAX_FILE_BYTES } from './formats.ts';

export interface FoundFile {
  /** Where to read it. */
  readonly location: string;
  /** As shown to a person: what was given on the command line, and on from there. */
  readonly shown: string;
  /** Relative to the root that was given, with forward slashes, NFC: what ids are made of. */
  readonly path: string;
  readonly bytes: number;
}

export type WalkEvent = { readonly file: FoundFile } | { readonly problem: FamaiError; readonly shown: string };

const MAX_DEPTH = 64;

/** What the operating system says, as one line for a person. */
export const readProblem = (error: unknown): FamaiError => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT')
    return new FamaiError('NOT_FOUND', '文件不存在，或链接已失效 (no such file, or a broken link)', { cause: error });
  if (code === 'EACCES' || code === 'EPERM')
    return new FamaiError('UNREADABLE', '没有读取权限 (no permission to read)', { cause: error });
  if (code === 'ELOOP') return new FamaiError('UNREADABLE', '链接循环 (a loop of links)', { cause: error });
  return new FamaiError('UNREADABLE', `无法读取 (cannot be read): ${code || 'unknown'}`, { cause: error });
};

/** Walks the paths in the order given, folders sorted by name. Problems are events, never exceptions: the rest goes on. */
export async function* walkPaths(paths: readonly string[]): AsyncGenerator<WalkEvent> {
  for (const given of paths) {
    try {
      const root = await realpath(given);
      const info = await stat(root);
      if (info.isDirectory()) yield* walkFolder(root, root, given, 0);
      else yield await checked(root, given, basename(resolve(given)), true);
    } catch (error) {
      yield { problem: error instanceof FamaiError ? error : readProblem(error), shown: given };
    }
  }
}

async function* walkFolder(root: string, folder: string, shown: string, depth: number): AsyncGenerator<WalkEvent> {
  if (depth > MAX_DEPTH) {
    yield { problem: new FamaiError('UNREADABLE', '文件夹层次过深 (folders are nested too deep)'), shown };
    return;
  }
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    yield { problem: readProblem(error), shown };
    return;
  }
  for (const name of names) yield* walkEntry(root, join(folder, name), join(shown, name), depth);
}

async function* walkEntry(root: string, location: string, shown: string, depth: number): AsyncGenerator<WalkEvent> {
  try {
    const link = await lstat(location);
    const target = link.isSymbolicLink() ? await realpath(location) : location;
    if (link.isSymbolicLink() && target !== root && !target.startsWith(root + sep)) {
      yield {
        problem: new FamaiError('FORBIDDEN', '链接指向文件夹之外，未跟随 (a link out of the folder is not followed)'),
        shown,
      };
      return;
    }
    const info = link.isSymbolicLink() ? await stat(target) : link;
    if (info.isDirectory()) {
      if (!link.isSymbolicLink()) yield* walkFolder(root, location, shown, depth + 1);
      return;
    }
    yield await checked(location, shown, relative(root, location).split(sep).join('/'), false);
  } catch (error) {
    yield { problem: error instanceof FamaiError ? error : readProblem(error), shown };
  }
}

/** A file that may be read, or what is wrong with it. */
const checked = async (location: string, shown: string, path: string, named: boolean): Promise<WalkEvent> => {
  const info = await stat(location);
  if (!info.isFile()) return { problem: new FamaiError('UNREADABLE', '不是普通文件 (not a regular file)'), shown };
  if (formatOf(location) === null) {
    const hint = named ? `；支持 ${FORMAT_ENDINGS.join(' ')}` : '';
    return { problem: new FamaiError('UNSUPPORTED_TYPE', `不支持的格式${hint} (unsupported type)`), shown };
  }
  if (info.size > MAX_FILE_BYTES) return { problem: tooLarge(info.size), shown };
  return { file: { location, shown, path: path.normalize('NFC'), bytes: info.size } };
};

export const tooLarge = (bytes: number): FamaiError =>
  new FamaiError(
    'TOO_LARGE',
    `文件 ${(bytes / 1048576).toFixed(1)} MB，超过 ${MAX_FILE_BYTES / 1048576} MB 上限，请拆分后再导入 (larger than the limit, split it)`,
  );
