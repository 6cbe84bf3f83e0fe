/** What Neo4j says about a query, as our error with the place in the text. */
import { Neo4jError } from 'neo4j-driver';
import { type ErrorCode, FamaiError } from '#model/errors.ts';
import { isConnectionLoss, toFamaiError } from '#server/store/driver.ts';

const LINE = / ?\(line (\d+), column (\d+) \(offset: (\d+)\)\)/;

/** Codes from the most particular to the least; the message of the database follows when it is about the query. */
const RULES: readonly { when: RegExp; code: ErrorCode; say: string; detail: boolean }[] = [
  {
    when: /AccessMode|Security\.Forbidden|ReadOnly|WriteOnReadOnly/,
    code: 'QUERY_NOT_READ_ONLY',
    say: '只允许只读查询。 / Only reading is allowed.',
    detail: false,
  },
  {
    when: /TransactionTimedOut/,
    code: 'QUERY_TIMEOUT',
    say: '查询超过时限：缩小范围，或加上 LIMIT 和更具体的条件。 / The query ran out of time: narrow it.',
    detail: false,
  },
  {
    when: /OutOfMemory|MemoryLimit|heap space/i,
    code: 'QUERY_MEMORY',
    say: '查询占用内存过多：缩小范围，避免一次收集或排序太多行。 / The query needs too much memory.',
    detail: false,
  },
  {
    when: /StackOverflow/i,
    code: 'QUERY_TOO_COMPLEX',
    say: '查询嵌套过深。 / The query is nested too deeply.',
    detail: false,
  },
  {
    when: /Transaction\.Terminated|LockClientStopped/,
    code: 'QUERY_CANCELLED',
    say: '查询已停止。 / The query was stopped.',
    detail: false,
  },
  {
    when: /^Neo\.ClientError\.(Statement|Procedure|Schema)|^Neo\.DatabaseError\.Statement/,
    code: 'QUERY_SYNTAX',
    say: '查询有误',
    detail: true,
  },
  { when: /^Neo\.ClientError\./, code: 'BAD_REQUEST', say: '数据库不接受这条查询', detail: true },
  // A text can make the server stumble, `USE graph.byElementId('4:x:0')` for one: that is the text's fault, not ours.
  {
    when: /^Neo\.DatabaseError\.General/,
    code: 'BAD_REQUEST',
    say: '数据库无法执行这条查询，请换一种写法。 / The database cannot run this query, write it another way.',
    detail: false,
  },
];

/**
 * @param prefix characters the server put before the user's text on its first line (`EXPLAIN `): positions are moved back.
 */
export function queryError(error: unknown, prefix: number): FamaiError {
  if (error instanceof FamaiError) return error;
  if (!(error instanceof Neo4jError) || isConnectionLoss(error)) return toFamaiError(error);
  const rule = RULES.find(
    ({ when }) => when.test(error.code) || (!when.source.startsWith('^') && when.test(error.message)),
  );
  if (rule === undefined) return toFamaiError(error);
  const position = positionOf(error.message, prefix);
  const message = rule.detail ? `${rule.say}：${readable(error.message)}` : rule.say;
  return new FamaiError(rule.code, message, { cause: error, ...(position === undefined ? {} : { position }) });
}

function positionOf(message: string, prefix: number) {
  const found = LINE.exec(message);
  if (found === null) return undefined;
  const [line, column, offset] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return {
    line,
    column: Math.max(1, line === 1 ? column - prefix : column),
    offset: Math.max(0, offset - prefix),
  };
}

/** The first lines without the echo of the query, without the position (it goes apart) and without paths of the machine. */
function readable(message: string): string {
  const place = LINE.exec(message);
  const said = place === null ? (message.split('\n')[0] ?? '') : message.slice(0, place.index);
  return said
    .replace(/(?:file:)?\/(?:[\w.-]+\/)+[\w.-]*/g, '…')
    .trim()
    .slice(0, 500);
}
