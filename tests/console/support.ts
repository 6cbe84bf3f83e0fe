/** A small graph and a console over the real Neo4j, for the console's tests. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import { type CypherRequest, CypherResponse } from '#model/wire/console.ts';
import type { CypherConsole } from '#server/console/console.ts';
import type { Connection } from '#server/store/driver.ts';

export type Outcome =
  | { readonly status: 200; readonly answer: CypherResponse; readonly bytes: number }
  | { readonly status: number; readonly error: FamaiError };

/** Asks as one visitor; the answer is checked by its schema, an error must be one of ours. */
export async function ask(console: CypherConsole, request: CypherRequest, client = 'test'): Promise<Outcome> {
  try {
    const json = await console.run(request, { client, signal: new AbortController().signal });
    return {
      status: 200,
      answer: CypherResponse.parse(JSON.parse(new TextDecoder().decode(json))),
      bytes: json.length,
    };
  } catch (error) {
    if (error instanceof FamaiError) return { status: error.status, error };
    throw error;
  }
}

/** `200`, or the error with its message, for a table of expectations to compare and to print. */
export function shown(outcome: Outcome): string {
  return 'answer' in outcome ? '200' : `${outcome.status} ${outcome.error.code} ${outcome.error.message}`;
}

export function answerOf(outcome: Outcome): CypherResponse {
  if ('answer' in outcome) return outcome.answer;
  throw outcome.error;
}

export function codeOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.code : 'OK';
}

const EVIDENCE = `{documentId: 'doc/1', sourceId: 'src/1', start: 10, end: 20, quote: '推动制定修订网络安全法', rule: 'promotes-list'}`;

/** Laws, duties, functions, organs and provisions, joined as in the product's graph. */
export async function seedGraph(connection: Connection): Promise<void> {
  const session = connection.session('WRITE');
  try {
    await session.run(`
      MERGE (d:Document {id: 'doc/1'}) SET d.name = '意见', d.title = '意见', d.kind = 'news', d.date = '2023-04-19', d.chars = 3000
      MERGE (p:Provision {id: 'doc/1/blk_1'}) SET p.name = '第1段', p.text = '推动制定修订网络安全法、网络犯罪防治法', p.documentId = 'doc/1', p.start = 0, p.end = 40, p.level = 'block'
      MERGE (d)-[part:HAS_PART {id: 'part/1'}]->(p) SET part.order = 0
      MERGE (o:Organ {id: 'organ/最高人民检察院'}) SET o.name = '最高人民检察院'
      WITH p, o
      UNWIND ['网络安全法', '网络犯罪防治法', '反不正当竞争法', '未成年人网络保护条例'] AS name
      MERGE (l:Law {id: 'law/' + name}) SET l.name = name, l.title = name, l.rank = '法律', l.shortTitles = [name]
      MERGE (p)-[r:PROMOTES {id: 'r/' + name}]->(l) SET r += ${EVIDENCE}
      WITH p, o, collect(l) AS laws
      UNWIND ['刑事检察', '民事检察', '行政检察', '公益诉讼检察'] AS name
      MERGE (f:Function {id: 'function/' + name}) SET f.name = name
      WITH p, o, laws, f, name
      UNWIND range(1, 9) AS i
      MERGE (d:Duty {id: 'duty/' + name + '/' + i}) SET d.text = '应当依法开展' + name + i, d.name = d.text, d.modality = CASE WHEN i % 2 = 0 THEN 'must' ELSE 'should' END, d.start = i, d.end = i + 5, d.documentId = 'doc/1'
      MERGE (p)-[s:STATES {id: 's/' + d.id}]->(d) SET s += ${EVIDENCE}
      MERGE (d)-[e:EXERCISES {id: 'e/' + d.id}]->(f) SET e += ${EVIDENCE}
      MERGE (d)-[b:BORNE_BY {id: 'b/' + d.id}]->(o) SET b += ${EVIDENCE}
      WITH d, laws[i % 4] AS law
      MERGE (d)-[u:UNDER {id: 'u/' + d.id}]->(law) SET u += ${EVIDENCE}`);
  } finally {
    await session.close();
  }
}

export async function nodeCount(connection: Connection): Promise<string> {
  const session = connection.session('READ');
  try {
    const { records } = await session.run(
      'MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() RETURN nodes, count(r) AS relationships, COUNT { (n:Evil|Evil2) } AS evil',
    );
    return ['nodes', 'relationships', 'evil'].map((key) => `${key} ${Number(records[0]?.get(key))}`).join(', ');
  } finally {
    await session.close();
  }
}

/** A listener that counts who comes: an attack that reaches the network reaches this. */
export async function listenForVisitors(
  port: number,
): Promise<{ port: number; visits(): number; close(): Promise<void> }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na,b\n');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    visits: () => visits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const SHARED = join(import.meta.dirname, '../../../shared/attacks');
export const sharedAttacks = (file: string): string[] | null => {
  const path = join(SHARED, file);
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : null;
};

const CypherAttack = z.object({
  id: z.string(),
  query: z.string().optional(),
  gen: z.string().optional(),
  params: CypherRequestParams(),
  expect: z.enum(['reject', 'bounded', 'truncate', 'allow']),
});
function CypherRequestParams() {
  return z.record(z.string(), z.json()).optional();
}
export type CypherAttack = { id: string; request: CypherRequest; expect: z.infer<typeof CypherAttack>['expect'] };

/** A line of the sample file; `gen` is a JavaScript expression that makes the request. */
export function parseAttack(line: string): CypherAttack {
  const { id, query, gen, params, expect } = CypherAttack.parse(JSON.parse(line));
  if (gen === undefined)
    return { id, expect, request: { query: query ?? '', ...(params === undefined ? {} : { params }) } };
  const made: { cypher: string; params?: CypherRequest['params'] } = new Function(`return (${gen})()`)();
  return { id, expect, request: { query: made.cypher, ...(made.params === undefined ? {} : { params: made.params }) } };
}
