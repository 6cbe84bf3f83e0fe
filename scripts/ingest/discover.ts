/** Which files an import is about, and the key each has in the graph. */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { walkPaths } from '#io/walk.ts';
import type { FamaiError } from '#model/errors.ts';
import type { FileRecord } from './writer-port.ts';

export interface ImportFile {
  readonly location: string;
  /** For a person. */
  readonly shown: string;
  /** Below the imported root, forward slashes: what ids are made of. */
  readonly path: string;
  readonly bytes: number;
  readonly root: string;
  readonly place: string;
}

export interface FileProblem {
  readonly shown: string;
  readonly error: FamaiError;
}

export interface Discovery {
  readonly files: readonly ImportFile[];
  readonly problems: readonly FileProblem[];
  /** Hashes of the folders given: what is stored of them and no longer there is missing. */
  readonly roots: ReadonlySet<string>;
  /** Notes that describe a folder and are no documents. */
  readonly skipped: number;
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Paths of this machine are hashed: the graph can be read by others. */
const placeOf = async (path: string): Promise<string> => shortHash(await realpath(path).catch(() => path));

const isNote = (file: { location: string; path: string }): boolean => /^readme\b/i.test(basename(file.location));

/** Walks what was named on the command line. Never throws: what cannot be read is a problem with one clear line. */
export const discover = async (paths: readonly string[]): Promise<Discovery> => {
  const files: ImportFile[] = [];
  const problems: FileProblem[] = [];
  const roots = new Set<string>();
  let skipped = 0;
  for (const given of paths) {
    const root = await placeOf(given);
    for await (const event of walkPaths([given])) {
      if ('problem' in event) problems.push({ shown: event.shown, error: event.problem });
      else if (event.file.shown !== given && isNote(event.file)) skipped += 1;
      else files.push({ ...event.file, root, place: await placeOf(event.file.location) });
    }
    roots.add(root);
  }
  return { files: withoutRepeats(files), problems, roots, skipped };
};

const withoutRepeats = (files: readonly ImportFile[]): ImportFile[] => [
  ...new Map(files.map((file) => [file.place, file])).values(),
];

/** Files that arrived by upload: their name is their place, so that the same name sent again replaces the first. */
export const uploadedFiles = (
  uploads: readonly { readonly location: string; readonly name: string; readonly bytes: number }[],
): ImportFile[] =>
  uploads.map(({ location, name, bytes }) => ({
    location,
    shown: name,
    path: name.normalize('NFC'),
    bytes,
    root: 'upload',
    place: shortHash(`upload/${name.normalize('NFC')}`),
  }));

/**
 * Gives each file the key it has in the store: the one it had, or its path; when another file has that path already,
 * its place tells them apart, for replacing a stranger's document would be a silent loss.
 */
export const assignKeys = (
  files: readonly ImportFile[],
  stored: readonly FileRecord[],
): { file: ImportFile; key: string; known: FileRecord | null }[] => {
  const byPlace = new Map(stored.map((record) => [record.place, record]));
  const byPath = new Map(stored.map((record) => [record.path, record]));
  const taken = new Map<string, string>();
  return [...files]
    .sort((a, b) => (a.location < b.location ? -1 : 1))
    .map((file) => {
      const own = byPlace.get(file.place);
      if (own !== undefined) {
        taken.set(own.path, file.place);
        return { file, key: own.path, known: own };
      }
      const holder = taken.get(file.path) ?? byPath.get(file.path)?.place ?? file.place;
      const key = holder === file.place ? file.path : `${file.path}~${file.place.slice(0, 8)}`;
      taken.set(key, file.place);
      return { file, key, known: null };
    });
};
