/**
 * What a query must satisfy before Neo4j sees it. Some texts are never answered (deep nesting overflows the parser),
 * some plan for ever (nested EXISTS), some exhaust the heap (megabytes of list items): all of them lie beyond these
 * limits. They refuse, they never rewrite, and no keyword decides: whether a query reads or writes is read off its plan.
 */
import { FamaiError } from '#model/errors.ts';
import { CONSOLE_LIMITS, type CypherRequest } from '#model/wire/console.ts';
import { depthOf } from './depth.ts';
import { decodeEscapes, type Token, tokenize } from './lexer.ts';

export const INPUT_LIMITS = {
  depth: 60,
  braces: 12,
  nots: 60,
  tokens: 4000,
  clauses: 150,
  paramBytes: 100_000,
  paramDepth: 20,
  /** Steps of a literal range() walked inside one expression, where no timeout is looked at. */
  rangeSteps: 100_000_000,
} as const;

/** @throws FamaiError BAD_REQUEST or QUERY_TOO_COMPLEX naming the limit. */
export function checkInput(request: Pick<CypherRequest, 'query' | 'params'>): void {
  checkText(request.query);
  checkParams(request.params ?? {});
}

function checkText(query: string): void {
  if (query.trim() === '') throw new FamaiError('BAD_REQUEST', '查询为空：请输入 Cypher。 / The query is empty.');
  if (query.includes('\0')) throw new FamaiError('BAD_REQUEST', '查询含有空字符（NUL）。 / The query holds a NUL.');
  if (query.length > CONSOLE_LIMITS.queryChars) {
    throw tooComplex(`查询长于 ${CONSOLE_LIMITS.queryChars} 个字符`, 'the query is too long; pass data as parameters');
  }
  const decoded = decodeEscapes(query);
  checkTokens(tokenize(decoded, INPUT_LIMITS.tokens));
  if (decoded !== query) checkTokens(tokenize(query, INPUT_LIMITS.tokens));
}

const CLAUSES = new Set(['MATCH', 'WITH', 'RETURN', 'UNWIND', 'CALL', 'UNION', 'WHERE', 'OPTIONAL', 'ORDER', 'YIELD']);
const OPENERS = new Set(['(', '[', '{']);
const CLOSERS = new Set([')', ']', '}']);

function checkTokens(tokens: readonly Token[]): void {
  if (tokens.length > INPUT_LIMITS.tokens) {
    throw tooComplex(`查询多于 ${INPUT_LIMITS.tokens} 个词`, 'the query has too many tokens');
  }
  let depth = 0;
  let braces = 0;
  let nots = 0;
  let clauses = 0;
  for (const [index, token] of tokens.entries()) {
    const afterDot = tokens[index - 1]?.text === '.';
    if (OPENERS.has(token.text) || (token.upper === 'CASE' && token.kind === 'word' && !afterDot)) depth += 1;
    else if (CLOSERS.has(token.text) || (token.upper === 'END' && token.kind === 'word' && !afterDot)) depth -= 1;
    if (token.text === '{') braces += 1;
    else if (token.text === '}') braces -= 1;
    if (token.kind === 'word' && token.upper === 'NOT') nots += 1;
    else if (!OPENERS.has(token.text)) nots = 0;
    if (token.kind === 'word' && CLAUSES.has(token.upper) && !afterDot) clauses += 1;
    if (depth > INPUT_LIMITS.depth)
      throw tooComplex(`括号与 CASE 嵌套超过 ${INPUT_LIMITS.depth} 层`, 'nested too deeply');
    if (braces > INPUT_LIMITS.braces)
      throw tooComplex(`花括号嵌套超过 ${INPUT_LIMITS.braces} 层`, 'subqueries nested too deeply');
    if (nots > INPUT_LIMITS.nots) throw tooComplex(`连续的 NOT 超过 ${INPUT_LIMITS.nots} 个`, 'too many NOT in a row');
    if (clauses > INPUT_LIMITS.clauses) throw tooComplex(`子句多于 ${INPUT_LIMITS.clauses} 个`, 'too many clauses');
  }
  checkRanges(tokens);
  checkCalls(tokens);
}

/** `x IN range(1, 10000000000)` inside reduce, any … or a comprehension burns a core until the database is restarted. */
function checkRanges(tokens: readonly Token[]): void {
  for (let at = 2; at < tokens.length; at += 1) {
    if (tokens[at]?.upper !== 'RANGE' || tokens[at - 1]?.upper !== 'IN' || tokens[at + 1]?.text !== '(') continue;
    const before = tokens[at - 3]?.text ?? '';
    const walked = before === '[' || before === ',' || (before === '(' && tokens[at - 4]?.kind === 'word');
    const from = Number(tokens[at + 2]?.text.replaceAll('_', ''));
    const to = tokens[at + 3]?.text === ',' ? Number(tokens[at + 4]?.text.replaceAll('_', '')) : Number.NaN;
    if (walked && Math.abs(to - from) > INPUT_LIMITS.rangeSteps) {
      throw tooComplex(
        `表达式内的 range() 超过 ${INPUT_LIMITS.rangeSteps} 步，无法在时限内算完：改用 UNWIND range(…)`,
        'a range() this long inside one expression cannot finish in time; use UNWIND',
      );
    }
  }
}

/** Namespaces of Neo4j's own functions and of the procedures that may be called. A plug-in's function can run anything unseen. */
const NAMESPACES =
  /^(date|time|localtime|datetime|localdatetime|duration|point|vector|db|dbms|tx|graph|math|string|coll|list)$/i;

/** `apoc.cypher.runFirstColumn(…)` in an expression leaves no operator in the plan, so the text has to tell. */
function checkCalls(tokens: readonly Token[]): void {
  for (let at = 3; at < tokens.length; at += 1) {
    if (tokens[at]?.text !== '(' || !isName(tokens[at - 1]) || tokens[at - 2]?.text !== '.') continue;
    let first = at - 1;
    // `list[..size(list)]` has a dot before a name as well, but nothing the name could belong to.
    if (!isName(tokens[at - 3])) continue;
    while (tokens[first - 1]?.text === '.' && isName(tokens[first - 2])) first -= 2;
    const root = (tokens[first]?.text ?? '').replaceAll('`', '');
    if (!NAMESPACES.test(root)) {
      throw new FamaiError(
        'QUERY_NOT_READ_ONLY',
        `不允许调用插件的函数或过程 ${root.slice(0, 50)}.…。 / Functions and procedures of plug-ins are not allowed.`,
      );
    }
  }
}

const isName = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'name';

function checkParams(params: object): void {
  if (depthOf(params, INPUT_LIMITS.paramDepth + 1) > INPUT_LIMITS.paramDepth) {
    throw tooComplex(`参数嵌套超过 ${INPUT_LIMITS.paramDepth} 层`, 'the parameters are nested too deeply');
  }
  if (Buffer.byteLength(JSON.stringify(params)) > INPUT_LIMITS.paramBytes) {
    throw new FamaiError('TOO_LARGE', `参数超过 ${INPUT_LIMITS.paramBytes} 字节。 / The parameters are too large.`);
  }
}

const tooComplex = (zh: string, en: string) => new FamaiError('QUERY_TOO_COMPLEX', `${zh}。 / Refused: ${en}.`);
