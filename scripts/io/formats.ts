/** Which files are read, and as what. */

const FORMATS = {
  '.txt': 'text',
  '.md': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
} as const;
export type Format = (typeof FORMATS)[keyof typeof FORMATS];

const isKnown = (ending: string): ending is keyof typeof FORMATS => ending in FORMATS;

/** The format a file's ending names; null when it is not read at all. */
export const formatOf = (name: string): Format | null => {
  const ending = /\.[A-Za-z0-9]+$/.exec(name)?.[0].toLowerCase() ?? '';
  return isKnown(ending) ? FORMATS[ending] : null;
};

export const FORMAT_ENDINGS: readonly string[] = Object.keys(FORMATS);

/** Largest file read, bytes. A statute has 1 MB at most. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
