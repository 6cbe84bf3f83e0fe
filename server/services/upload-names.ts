/** Names and first bytes of uploaded files: both are chosen by somebody else. Pure. */
import { FORMAT_ENDINGS, formatOf } from '#io/formats.ts';
import { FamaiError } from '#model/errors.ts';

const MOST_BYTES = 255;
const MOST_DEPTH = 20;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The relative path a browser gives a file, with forward slashes.
 * @throws FamaiError BAD_REQUEST for absolute paths, drives, `..`, control characters and names no disk takes
 */
export function safeUploadName(given: string): string {
  const path = given.toWellFormed().normalize('NFC').replaceAll('\\', '/');
  const parts = path.split('/');
  const bad =
    path === '' ||
    path.startsWith('/') ||
    /^[A-Za-z]:/.test(path) ||
    /[\p{Cc}\uFFFD]/u.test(path) ||
    parts.length > MOST_DEPTH ||
    parts.some((part) => part === '' || part === '.' || part === '..' || DEVICE.test(part)) ||
    parts.some((part) => Buffer.byteLength(part) > MOST_BYTES);
  if (!bad) return path;
  throw new FamaiError(
    'BAD_REQUEST',
    '文件名不被接受：请改成不含路径、控制字符的普通名称。 / The file name is not accepted.',
  );
}

/** First bytes of formats that are no text, whatever the name says. */
const BINARY: readonly string[] = [
  '504b0304',
  '25504446',
  '7f454c46',
  '4d5a',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b',
  '377abcaf',
  '52617221',
  'd0cf11e0',
];

/**
 * Whether the first bytes fit the ending of the name.
 * @throws FamaiError UNSUPPORTED_TYPE
 */
export function checkUploadHead(name: string, head: Uint8Array): void {
  const format = formatOf(name);
  if (format === null) {
    throw new FamaiError(
      'UNSUPPORTED_TYPE',
      `不支持的格式：可导入 ${FORMAT_ENDINGS.join(' ')} 文件。 / Unsupported type: import ${FORMAT_ENDINGS.join(' ')} files.`,
    );
  }
  const hex = Buffer.from(head.subarray(0, 8)).toString('hex');
  const isText = format === 'text' || format === 'html';
  const fits =
    head.length === 0 ||
    (isText && !BINARY.some((magic) => hex.startsWith(magic))) ||
    (format === 'pdf' && Buffer.from(head).includes('%PDF-')) ||
    (format === 'docx' && hex.startsWith('504b0304'));
  if (!fits) {
    throw new FamaiError(
      'UNSUPPORTED_TYPE',
      '文件内容与扩展名不符。 / The content of the file does not fit its ending.',
    );
  }
}
