/** Tables as CSV that a spreadsheet opens: UTF-8 with BOM, CRLF, quoted, and no cell can act as a formula. Pure. */

/** A leading = + - @ tab or return would be run by a spreadsheet; an apostrophe keeps it text (OWASP, CSV injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  return `"${harmless(value ?? '').replaceAll('"', '""')}"`;
};

export const toCsv = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
