/** Text made safe for each kind of file. Names and quotes come from documents: they are data everywhere. Pure. */

/** XML 1.0 knows no other control characters, no half surrogates and no U+FFFE, U+FFFF, not even escaped. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For element content and attribute values. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"'\t\n\r]/g, (char) => ENTITIES[char] ?? '');

/** A spreadsheet takes a cell that begins so for a formula; the full-width forms count in some. */
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;

/** A cell of RFC 4180. Only texts get the apostrophe that stops a formula: -5 stays a number. */
export const csvCell = (value: string | number | boolean | null): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = value.toWellFormed().replaceAll('\0', '');
  const safe = FORMULA.test(value) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
