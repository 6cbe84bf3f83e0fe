/** Search inside a stretch of text: never past its end, so that cost stays with the stretch. */

/** Offset of `char` in [from, end), -1 when it is not there. */
export const indexWithin = (text: string, char: string, from: number, end: number): number => {
  const code = char.charCodeAt(0);
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
};

/** The last offset of `char` in [from, end), -1 when it is not there. */
export const lastIndexWithin = (text: string, char: string, from: number, end: number): number => {
  const code = char.charCodeAt(0);
  for (let at = end - 1; at >= from; at--) if (text.charCodeAt(at) === code) return at;
  return -1;
};
