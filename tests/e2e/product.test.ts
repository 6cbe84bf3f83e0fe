import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CypherResponse } from '#model/wire/console.ts';
import { Health, Stats } from '#model/wire/explore.ts';
import { type Product, startProduct } from './support/product.ts';

const run = promisify(execFile);
const PORT = 18_210;

/** Process ids of the Java processes a process has started. */
const javaChildren = (parent: number | undefined): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return Number(ppid) === parent && stat.includes('(java)');
      } catch {
        return false;
      }
    })
    .map(Number);

const waitFor = async <T>(what: string, probe: () => Promise<T | null>, timeoutMs: number): Promise<T> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await probe().catch(() => null);
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('npm start', () => {
  const data = mkdtempSync(join(tmpdir(), 'famai-e2e-data-'));
  let product: Product;
  const start = () => startProduct(PORT, { FAMAI_DATA: data });
  const health = async () => Health.parse(await (await fetch(`${product.url}/api/health`)).json());
  const stats = async () => Stats.parse(await (await fetch(`${product.url}/api/stats`)).json());
  const cypher = async (query: string) => {
    const answer = await fetch(`${product.url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return CypherResponse.parse(await answer.json());
  };
  const importPath = (path: string) =>
    run(process.execPath, ['scripts/import.ts', path], { env: { ...process.env, FAMAI_DATA: data } }).then(
      (done) => ({ code: 0, output: done.stdout + done.stderr }),
      (error) => ({ code: Number(error.code), output: String(error.stdout) + String(error.stderr) }),
    );

  beforeAll(async () => {
    product = await start();
  });
  afterAll(async () => {
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('is ready, with the seed document as a graph', async () => {
    expect((await health()).database.state).toBe('ready');
    const { nodes, relationships } = await stats();
    expect(nodes.Document).toBe(1);
    expect(nodes.Source).toBe(2);
    expect(nodes.Duty).toBeGreaterThanOrEqual(35);
    expect(relationships.PROMOTES).toBe(4);
  });

  it('answers the functions that duties exercise from Neo4j', async () => {
    const answer = await cypher('MATCH (d:Duty)-[:EXERCISES]->(f:Function) RETURN f.name, count(d) ORDER BY f.name');
    expect(answer.columns).toEqual(['f.name', 'count(d)']);
    const names = answer.rows.map(([name]) => name);
    for (const name of ['刑事检察', '民事检察', '行政检察', '公益诉讼检察']) expect(names).toContain(name);
  });

  it('gives evidence that stands in the file, for every relationship', async () => {
    const file = readFileSync('graph-data/documents/000_f2c18dec97506519.txt', 'utf8');
    const answer = await cypher('MATCH ()-[r]->() WHERE r.quote IS NOT NULL RETURN r.start, r.end, r.quote LIMIT 1000');
    expect(answer.rows.length).toBeGreaterThan(100);
    for (const [from, to, quote] of answer.rows) expect(file.slice(Number(from), Number(to))).toBe(quote);
  });

  it('changes nothing when the same folder is imported again', async () => {
    const ids = 'MATCH (n) WHERE n.id IS NOT NULL RETURN n.id ORDER BY n.id';
    const before = [await stats(), (await cypher(ids)).rows];
    expect((await importPath('graph-data/documents')).code).toBe(0);
    expect([await stats(), (await cypher(ids)).rows]).toEqual(before);
  });

  it('meets bad files with one clear line each and imports the rest', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'famai-e2e-bad-'));
    writeFileSync(join(folder, '空.txt'), '');
    writeFileSync(join(folder, '二进制.txt'), Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]));
    writeFileSync(join(folder, '坏编码.txt'), Buffer.from([0xb9, 0xfa, 0x81, 0x30, 0x81, 0x30, 0xff, 0x41]));
    writeFileSync(join(folder, '太大.txt'), Buffer.alloc(50_000_000, '法律'));
    symlinkSync(join(folder, '不存在'), join(folder, '断链.txt'));
    mkdirSync(join(folder, '内'));
    writeFileSync(
      join(folder, '内', '好.txt'),
      '某市公园条例\n\n第一条 为了保护公园，制定本条例。\n\n第二条 任何人不得损坏公园设施。\n',
    );
    const { output } = await importPath(folder);
    for (const name of ['空.txt', '二进制.txt', '坏编码.txt', '太大.txt', '断链.txt']) {
      expect(output.split('\n').filter((line) => line.includes(name))).toHaveLength(1);
    }
    expect(output).not.toMatch(/\n\s+at /);
    const { rows } = await cypher(`MATCH (l:Law {title: '某市公园条例'})<-[:TEXT_OF]-(d:Document) RETURN d.title`);
    expect(rows).toHaveLength(1);
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that the database died, restarts it and serves again with nothing lost', async () => {
    const before = await stats();
    const [jvm] = javaChildren(product.process.pid);
    expect(jvm).toBeDefined();
    if (jvm !== undefined) process.kill(jvm, 'SIGKILL');
    const seen = await waitFor(
      'health says so',
      async () => {
        const now = await health();
        return now.database.state === 'ready' ? null : now;
      },
      5_000,
    );
    expect(seen.ready).toBe(false);
    expect(seen.database.message).toBeTruthy();
    await waitFor('ready again', async () => ((await health()).ready ? true : null), 60_000);
    expect(await stats()).toEqual(before);
  });

  it('ends with its database, and a second start has the same data at once', async () => {
    const before = await stats();
    const [jvm] = javaChildren(product.process.pid);
    expect(await product.stop()).toBe(0);
    expect(() => process.kill(jvm ?? 0, 0)).toThrow();
    const begin = Date.now();
    product = await start();
    expect(Date.now() - begin).toBeLessThan(40_000);
    expect(await stats()).toEqual(before);
  });
});
