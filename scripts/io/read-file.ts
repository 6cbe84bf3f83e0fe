/** One file to text, whatever its format. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeBytes } from '#extraction/text/decode.ts';
import { FamaiError } from '#model/errors.ts';
import { formatOf, MAX_FILE_BYTES } from './formats.ts';
import { readProblem, tooLarge } from './walk.ts';

export interface TextFile {
  readonly text: string;
  /** `utf-8`, `gb18030`…; `docx`, `pdf` for formats that carry their own. */
  readonly encoding: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

const emptyFile = (): FamaiError => new FamaiError('UNREADABLE', '文件为空 (the file is empty)');

/**
 * Text of a file's bytes. `name` decides the format by its ending.
 * @throws FamaiError UNREADABLE, UNSUPPORTED_TYPE or TOO_LARGE, each with one clear line.
 */
export const readBytes = async (name: string, bytes: Uint8Array): Promise<TextFile> => {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(bytes.length);
  if (bytes.length === 0) throw emptyFile();
  const format = formatOf(name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { text, encoding } = await textOf(format, bytes);
  if (text.trim() === '') throw emptyFile();
  return { text, encoding, sha256 };
};

const textOf = async (
  format: ReturnType<typeof formatOf>,
  bytes: Uint8Array,
): Promise<{ text: string; encoding: string }> => {
  if (format === 'text') return decodeBytes(bytes);
  if (format === 'html') return (await import('./read-html.ts')).readHtml(bytes);
  if (format === 'docx') return { text: await (await import('./read-docx.ts')).readDocx(bytes), encoding: 'docx' };
  if (format === 'pdf') return { text: await (await import('./read-pdf.ts')).readPdf(bytes), encoding: 'pdf' };
  throw new FamaiError('UNSUPPORTED_TYPE', '不支持的格式 (unsupported type)');
};

/** Reads and decodes a file. @throws FamaiError */
export const readTextFile = async (location: string): Promise<TextFile> => {
  let bytes: Uint8Array;
  try {
    // At once: files are small, and a thread that reads them has nothing to do meanwhile; a promise costs ten times the read.
    bytes = readFileSync(location);
  } catch (error) {
    throw readProblem(error);
  }
  return readBytes(location, bytes);
};
