/** Bytes to text. Decoding is strict: a wrong guess must fail here, not surface as garbage in the graph. */
import { FamaiError } from '#model/errors.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((value, index) => bytes[index] === value);

const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

const SAMPLE_BYTES = 65_536;

/** NUL or other control bytes that no text holds; tab, line feed, form feed, carriage return and escape are let through. */
const looksBinary = (bytes: Uint8Array): boolean => {
  const end = Math.min(bytes.length, SAMPLE_BYTES);
  let odd = 0;
  for (let i = 0; i < end; i++) {
    const value = bytes[i] ?? 0;
    if (value === 0) return true;
    if (value < 32 && (value < 9 || value > 13) && value !== 27) odd++;
  }
  return odd * 100 > end;
};

/** UTF-16 without a mark: read in the right order its code units are ASCII or CJK, in the wrong one they are scattered. */
const unmarkedUtf16 = (bytes: Uint8Array): string | null => {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const end = Math.min(bytes.length, 4096);
  let little = 0;
  let big = 0;
  for (let i = 0; i < end; i += 2) {
    const [first, second] = [bytes[i] ?? 0, bytes[i + 1] ?? 0];
    if (isTextUnit(first + second * 256)) little++;
    if (isTextUnit(first * 256 + second)) big++;
  }
  const most = Math.max(little, big);
  if (most * 2 < end * 0.95) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
};

const isTextUnit = (unit: number): boolean =>
  (unit >= 32 && unit < 127) ||
  unit === 9 ||
  unit === 10 ||
  unit === 13 ||
  (unit >= 0x2010 && unit <= 0x203f) ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0xff00 && unit <= 0xff5e);

const UNREADABLE = '不是文本文件，或编码无法识别（支持 UTF-8、UTF-16、GB18030） (not text, or an unknown encoding)';

/**
 * Decodes a text file: by its byte order mark, else strict UTF-8, else strict GB18030.
 * A byte order mark is kept out of the text, so offset 0 is the first character.
 * @throws FamaiError UNREADABLE when the bytes are no text in any of these.
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return required('utf-8', bytes.subarray(3));
  if (startsWith(bytes, 0xff, 0xfe)) return required('utf-16le', bytes.subarray(2));
  if (startsWith(bytes, 0xfe, 0xff)) return required('utf-16be', bytes.subarray(2));
  if (looksBinary(bytes)) {
    const guess = unmarkedUtf16(bytes);
    const text = guess === null ? null : strict(guess, bytes);
    if (guess !== null && text !== null && isPlainText(text)) return { text, encoding: guess };
    throw new FamaiError('UNREADABLE', UNREADABLE);
  }
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  return required('gb18030', bytes);
};

const required = (encoding: string, bytes: Uint8Array): Decoded => {
  const text = strict(encoding, bytes);
  if (text === null || !isPlainText(text)) throw new FamaiError('UNREADABLE', UNREADABLE);
  return { text, encoding };
};

const isPlainText = (text: string): boolean => !text.slice(0, SAMPLE_BYTES).includes('\u0000');
