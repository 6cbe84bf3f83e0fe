/** Raw decoded text to clean text, with a way back for every code unit. */
import type { CleanText } from '#model/structure.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 10;
const SPACE = 32;

const isLineBreak = (code: number): boolean =>
  code === LINE_FEED ||
  code === 11 ||
  code === 12 ||
  code === 13 ||
  code === 0x85 ||
  code === 0x2028 ||
  code === 0x2029;

const isBlank = (code: number): boolean =>
  code === SPACE ||
  code === 9 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/** Characters that print nothing: controls, zero-width, direction marks, soft hyphen, private use, the replacement mark of objects. */
const isInvisible = (code: number): boolean =>
  code < SPACE ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xe000 && code <= 0xf8ff) ||
  code === 0xfeff ||
  code === 0xfffc;

/** CJK, CJK punctuation and full-width forms below the full-width digits: what most of the text is, untouched. */
const isOrdinary = (code: number): boolean =>
  (code > SPACE && code < 0x7f) || (code > 0x3000 && code < 0xe000) || (code >= 0xff01 && code < 0xff10);

const FULLWIDTH_ZERO = 0xff10;

/**
 * Cleans the given ranges of `raw`, in order, into one text: invisible characters go, every run of blanks is one space and
 * none at the ends of a line, empty lines go, full-width digits become ASCII. Each range begins a line of its own.
 * Nothing is added except those line feeds, which map to the end of the range before. Linear.
 */
export const cleanRanges = (raw: string, ranges: readonly Range[]): CleanText => {
  let size = ranges.length;
  for (const range of ranges) size += range.end - range.start;
  const units = new Uint16Array(size);
  const offsets = new Uint32Array(size + 1);
  let length = 0;
  const dropTrailingSpace = (): void => {
    if (length > 0 && units[length - 1] === SPACE) length--;
  };
  const put = (code: number, at: number): void => {
    units[length] = code;
    offsets[length++] = at;
  };
  for (const range of ranges) {
    if (length > 0 && units[length - 1] !== LINE_FEED) {
      dropTrailingSpace();
      put(LINE_FEED, Math.max(range.start - 1, (offsets[length - 1] ?? 0) + 1));
    }
    for (let at = range.start; at < range.end; at++) {
      const code = raw.charCodeAt(at);
      if (isOrdinary(code)) {
        units[length] = code;
        offsets[length++] = at;
      } else if (isLineBreak(code)) {
        dropTrailingSpace();
        if (length > 0 && units[length - 1] !== LINE_FEED) put(LINE_FEED, at);
      } else if (isBlank(code)) {
        const before = length === 0 ? LINE_FEED : units[length - 1];
        if (before !== LINE_FEED && before !== SPACE) put(SPACE, at);
      } else if (code >= FULLWIDTH_ZERO && code < FULLWIDTH_ZERO + 10) put(code - FULLWIDTH_ZERO + 48, at);
      else if (!isInvisible(code)) put(code, at);
    }
  }
  while (length > 0 && (units[length - 1] === SPACE || units[length - 1] === LINE_FEED)) length--;
  const end = length === 0 ? (ranges[0]?.start ?? 0) : (offsets[length - 1] ?? 0) + 1;
  offsets[length] = end;
  return { text: textOf(units.subarray(0, length)), rawOffsets: offsets.slice(0, length + 1) };
};

const BIG_ENDIAN_MACHINE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/** Code units to a string in one call; lone surrogates become the replacement character, which keeps every length. */
const textOf = (units: Uint16Array): string =>
  new TextDecoder(BIG_ENDIAN_MACHINE ? 'utf-16be' : 'utf-16le', { ignoreBOM: true }).decode(units);

export const cleanText = (raw: string): CleanText => cleanRanges(raw, [{ start: 0, end: raw.length }]);

/** The raw span that a clean span covers: from its first to just after its last character, dropped ones between included. */
export const rawSpan = (clean: CleanText, start: number, end: number): Range => ({
  start: clean.rawOffsets[start] ?? 0,
  end: end > start ? (clean.rawOffsets[end - 1] ?? 0) + 1 : (clean.rawOffsets[start] ?? 0),
});
