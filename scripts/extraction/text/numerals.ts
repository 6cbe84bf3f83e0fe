/** Chinese numerals as laws print their numbers. */

const DIGITS: readonly (readonly [string, number])[] = [
  ['〇', 0],
  ['○', 0],
  ['零', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['－', 1],
  ['—', 1],
  ['–', 1],
  ['-', 1],
];
const UNITS: readonly (readonly [string, number])[] = [
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10000],
];
/** Value by code unit: digits as they are, units as negative numbers. */
const VALUES = new Map<number, number>([
  ...DIGITS.map(([char, value]) => [char.charCodeAt(0), value] as const),
  ...UNITS.map(([char, value]) => [char.charCodeAt(0), -value] as const),
  ...Array.from({ length: 10 }, (_, digit) => [48 + digit, digit] as const),
]);
const SPACE = 32;
const MAX_DIGITS = 6;

/**
 * The value of a Chinese or Arabic number, null when it is none: 二百八十六 → 286, 一二〇 → 120, `66` → 66.
 * Blanks inside are ignored and a dash counts as 一: both are damage that occurs in printed headings.
 */
export const parseNumeral = (printed: string): number | null => {
  let total = 0;
  let digit = -1;
  let digits = 0;
  for (let i = 0; i < printed.length; i++) {
    const code = printed.charCodeAt(i);
    if (code === SPACE) continue;
    const value = VALUES.get(code);
    if (value === undefined || ++digits > MAX_DIGITS * 2) return null;
    if (value < 0) {
      total += (digit < 0 ? 1 : digit) * -value;
      digit = -1;
    } else digit = digit <= 0 ? value : digit * 10 + value;
  }
  const result = total + Math.max(digit, 0);
  return digits === 0 || result >= 10 ** MAX_DIGITS ? null : result;
};
