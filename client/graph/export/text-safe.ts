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
