/** Cypher text as tokens, with strings, comments and back-ticked names taken whole. For limits only: Neo4j itself decides what a text means. */

export type TokenKind = 'word' | 'name' | 'string' | 'number' | 'parameter' | 'sign';
export interface Token {
  readonly kind: TokenKind;
  /** As written; words in upper case in `upper`. */
  readonly text: string;
  readonly upper: string;
  readonly start: number;
}

/** `\uXXXX` stands for its character anywhere in a text, before lexing, up to Neo4j 5; later ones know it in strings alone. */
export function decodeEscapes(text: string): string {
  return text.replace(/\\u+([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const WORD = /[\p{L}\p{Nl}\p{Pc}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Sc}]*/uy;
const NUMBER = /0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|(?:\d[\d_]*)(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?/y;
const PARAMETER = /\$(?:[\p{L}\p{Nl}\p{Nd}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}]*|`(?:[^`]|``)*`)/uy;
const BLANK = /[\s\p{Cc}]+/uy;

/**
 * Tokens of a text, at most `most` of them and one more, so that the caller sees the excess. Linear.
 * An unfinished string or comment runs to the end of the text.
 */
export function tokenize(text: string, most: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length && tokens.length <= most) {
    const skipped = skip(text, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** End of the blank or comment at `at`, or `at` itself. */
function skip(text: string, at: number): number {
  const blank = match(BLANK, text, at);
  if (blank !== null) return at + blank.length;
  if (text.startsWith('//', at)) return orEnd(text, text.slice(at).search(/[\n\r]/), at);
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return at;
}

const orEnd = (text: string, found: number, from: number) => (found < 0 ? text.length : from + found);

function tokenAt(text: string, at: number): Token {
  const first = text[at] ?? '';
  if (first === "'" || first === '"') return token('string', stringAt(text, at, first), at);
  if (first === '`') return token('name', nameAt(text, at), at);
  const parameter = match(PARAMETER, text, at);
  if (parameter !== null) return token('parameter', parameter, at);
  const number = match(NUMBER, text, at);
  if (number !== null) return token('number', number, at);
  const word = match(WORD, text, at);
  if (word !== null) return token('word', word, at);
  return token('sign', first, at);
}

const token = (kind: TokenKind, text: string, start: number): Token => ({
  kind,
  text,
  upper: text.toUpperCase(),
  start,
});

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function stringAt(text: string, at: number, quote: string): string {
  let end = at + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  return text.slice(at, end + 1);
}

function nameAt(text: string, at: number): string {
  let end = at + 1;
  while (end < text.length) {
    if (text[end] !== '`') end += 1;
    else if (text[end + 1] === '`') end += 2;
    else break;
  }
  return text.slice(at, end + 1);
}
