/** EXPLAIN and PROFILE written by the user in front of the query. */
import { decodeEscapes, tokenize } from './lexer.ts';

export type Mode = 'run' | 'explain' | 'profile';
const HEAD_TOKENS = 40;

/**
 * Reads `EXPLAIN` / `PROFILE` among the options before the query (`CYPHER 5 PROFILE MATCH …`) and blanks them, length
 * kept so that positions stay right: the guard needs EXPLAIN for itself, and Neo4j accepts only one of them.
 */
export function splitMode(query: string): { text: string; mode: Mode } {
  if (decodeEscapes(query.slice(0, 2000)) !== query.slice(0, 2000)) return { text: query, mode: 'run' };
  for (const { token, option } of head(query)) {
    if (option !== 'mode') continue;
    const blanked =
      query.slice(0, token.start) + ' '.repeat(token.text.length) + query.slice(token.start + token.text.length);
    return { text: blanked, mode: token.upper === 'EXPLAIN' ? 'explain' : 'profile' };
  }
  return { text: query, mode: 'run' };
}

/** The tokens before the query proper: CYPHER, its version, name=value pairs, and the mode. */
function* head(query: string) {
  const tokens = tokenize(query, HEAD_TOKENS);
  let options = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) return;
    if (token.kind === 'word' && (token.upper === 'EXPLAIN' || token.upper === 'PROFILE'))
      yield { token, option: 'mode' as const };
    else if (token.upper === 'CYPHER') options = true;
    else if (options && token.kind === 'number') continue;
    else if (options && tokens[at + 1]?.text === '=') at += 2;
    else return;
  }
}
