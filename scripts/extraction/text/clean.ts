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

const FULLWIDTH_ZERO = 0xff10;
const isFullwidthDigit = (code: number): boolean => code >= FULLWIDTH_ZERO && code < FULLWIDTH_ZERO + 10;

const [PRINTED, BREAK, BLANK, DIGIT, INVISIBLE] = [0, 1, 2, 3, 4];
/** What each code unit is: one look-up a character, for every character of every text comes through here. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (isLineBreak(code)) return BREAK;
  if (isBlank(code)) return BLANK;
  if (isFullwidthDigit(code)) return DIGIT;
  return isInvisible(code) ? INVISIBLE : PRINTED;
});

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
  // No function inside shares `length`: a shared variable lives on the heap, and this loop would be three times as slow.
  let length = 0;
  for (const range of ranges) {
    if (length > 0 && units[length - 1] !== LINE_FEED) {
      if (units[length - 1] === SPACE) length--;
      units[length] = LINE_FEED;
      offsets[length] = Math.max(range.start - 1, (offsets[length - 1] ?? 0) + 1);
      length++;
    }
    for (let at = range.start; at < range.end; at++) {
      const code = raw.charCodeAt(at);
      const kind = KINDS[code];
      let put = code;
      if (kind === BREAK) {
        if (length > 0 && units[length - 1] === SPACE) length--;
        if (length === 0 || units[length - 1] === LINE_FEED) continue;
        put = LINE_FEED;
      } else if (kind === BLANK) {
        if (length === 0 || units[length - 1] === LINE_FEED || units[length - 1] === SPACE) continue;
        put = SPACE;
      } else if (kind === DIGIT) put = code - FULLWIDTH_ZERO + 48;
      else if (kind === INVISIBLE) continue;
      units[length] = put;
      offsets[length++] = at;
    }
  }
  while (length > 0 && (units[length - 1] === SPACE || units[length - 1] === LINE_FEED)) length--;
  const end = length === 0 ? (ranges[0]?.start ?? 0) : (offsets[length - 1] ?? 0) + 1;
  offsets[length] = end;
  return { text: textOf(units.subarray(0, length)), rawOffsets: offsets.subarray(0, length + 1) };
};

const BIG_ENDIAN_MACHINE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/**
 * Code units to a string in one copy (a TextDecoder for UTF-16 takes most of the time of cleaning); lone surrogates become
 * the replacement character, which keeps every length.
 */
const textOf = (units: Uint16Array): string => {
  const bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  return (BIG_ENDIAN_MACHINE ? bytes.swap16() : bytes).toString('utf16le').toWellFormed();
};

export const cleanText = (raw: string): CleanText => cleanRanges(raw, [{ start: 0, end: raw.length }]);

/** The raw span that a clean span covers: from its first to just after its last character, dropped ones between included. */
export const rawSpan = (clean: CleanText, start: number, end: number): Range => ({
  start: clean.rawOffsets[start] ?? 0,
  end: end > start ? (clean.rawOffsets[end - 1] ?? 0) + 1 : (clean.rawOffsets[start] ?? 0),
});
