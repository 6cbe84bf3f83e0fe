/** Chinese numerals as laws print their numbers. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  '－': 1,
  '—': 1,
  '–': 1,
  '-': 1,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10000 };

/**
 * The value of a Chinese or Arabic number, null when it is none: 二百八十六 → 286, 一二〇 → 120, `66` → 66.
 * Blanks inside are ignored and a dash counts as 一: both are damage that occurs in printed headings.
 */
export const parseNumeral = (printed: string): number | null => {
  const text = printed.replace(/\s+/g, '');
  if (text === '') return null;
  if (/^\d+$/.test(text)) return text.length <= 6 ? Number(text) : null;
  let total = 0;
  let digit: number | null = null;
  let hasUnit = false;
  for (const char of text) {
    const unit = UNITS[char];
    const value = DIGITS[char] ?? (char >= '0' && char <= '9' ? Number(char) : undefined);
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
      hasUnit = true;
    } else if (value === undefined) return null;
    else digit = digit === null || digit === 0 ? value : digit * 10 + value;
  }
  const result = total + (digit ?? 0);
  return result > 0 || !hasUnit ? result : null;
};
