import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'famai-evaluate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const evaluate = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/evaluate.ts', ...args], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

describe('npm run evaluate', () => {
  it('holds the floor on the project’s own tables, by type, by document and by tag', async () => {
    const { code, stdout, stderr } = await evaluate(
      '--citations',
      'tests/gold/citations',
      '--duties',
      'tests/gold/duties',
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    for (const words of [
      'citations.law.articles',
      'citations.law+self.span',
      'duties.frame',
      'entities.canonical.organ',
      '    01  F1',
      'zhi',
    ])
      expect(stdout).toContain(words);
  });

  it('fails below the floor, in one line that names the figures', async () => {
    await cp(join(ROOT, 'tests/gold/citations'), join(folder, 'citations'), { recursive: true });
    const gold = join(folder, 'citations', 'citations.jsonl');
    await writeFile(gold, (await readFile(gold, 'utf8')).replaceAll('"target": "刑法"', '"target": "民法典"'));
    const { code, stderr } = await evaluate('--citations', join(folder, 'citations'));
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/低于底线.*citations\.law\.target: 0\.\d+ < 0\.9700/),
    ]);
  });

  it('writes predictions in the format of the gold', async () => {
    await evaluate('--citations', 'tests/gold/citations', '--write', folder);
    const [first] = (await readFile(join(folder, 'citations', 'citations.jsonl'), 'utf8')).split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      doc: '01',
      target: '网络安全法',
      articles: [],
      start: expect.any(Number),
    });
  });

  it.each([
    ['a folder that is no gold set', ['--citations', '/nowhere'], '/nowhere'],
    ['an unknown option', ['--nope'], '--nope'],
  ])('%s is one line', async (_name, args, words) => {
    const { code, stderr } = await evaluate(...args);
    expect(code).not.toBe(0);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(words)]);
  });
});
