/** Making any text safe for the format it goes into. */

/** Whether XML 1.0 has a way to write a character: no controls but tab and newlines, no lone surrogates, no U+FFFE/F. */
const isXmlChar = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
};

/** Drops what XML cannot hold. Does not escape: writers that escape by themselves take this. */
export const xmlChars = (text: string): string => [...text].filter(isXmlChar).join('');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML content and attributes. */
export const xmlText = (text: string): string => xmlChars(text).replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/**
 * One CSV field. A spreadsheet runs a field that begins with = + - @ or a tab as a formula: such a field gets a leading
 * apostrophe (OWASP, CSV injection). Numbers stay numbers.
 */
export const csvField = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** With a byte order mark, without which Excel reads Chinese as Latin-1; lines end in CRLF (RFC 4180). */
export const csvTable = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
