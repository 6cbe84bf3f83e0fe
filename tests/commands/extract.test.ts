import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExtractionLine } from '#model/extraction.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'famai-extract-'));
  await mkdir(join(folder, 'in'));
  await writeFile(
    join(folder, 'in', '红花法(2020-01-02).md'),
    '# 中华人民共和国红花法\n\n第一条 根据宪法，制定本法。\n\n第二条 甲。',
  );
  await writeFile(join(folder, 'in', '办法.txt'), '\ufeff红花法实施办法\n第一条 根据《红花法》第二条，制定本办法。');
  await writeFile(join(folder, 'in', 'bad.txt'), Uint8Array.from([1, 0, 2, 0, 3]));
  await symlink(join(folder, 'nowhere'), join(folder, 'in', 'gone.txt'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
const extract = (...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/extract.ts', ...args],
      { cwd: ROOT, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
const linesOf = (stdout: string): ExtractionLine[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ExtractionLine.parse(JSON.parse(line)));

describe('npm run -s extract', () => {
  it('--help says what the lines are', async () => {
    const { code, stdout } = await extract('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('"kind":"citation"');
  });

  it.each([
    ['no path', [], 1, '请给出文件或文件夹'],
    ['an unknown option', ['--nope'], 2, '--nope'],
  ])('%s is one line on stderr', async (_name, args, code, words) => {
    const outcome = await extract(...args);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr.trim().split('\n')).toEqual([expect.stringContaining(words)]);
    expect(outcome.stdout).toBe('');
  });

  it('resolves among the files given; what cannot be read costs one line each and exit code 1', async () => {
    const { code, stdout, stderr } = await extract(join(folder, 'in'));
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/bad\.txt: 不是文本文件/),
      expect.stringMatching(/gone\.txt: 文件不存在/),
    ]);
    const citation = linesOf(stdout).find(
      (line) => line.kind === 'citation' && line.target === '红花法' && line.articles.length > 0,
    );
    expect(citation).toMatchObject({
      type: 'law',
      text: '《红花法》',
      articles: ['2'],
      paragraph: null,
      item: null,
      resolved: 'law/红花法@2020-01-02/art_2',
    });
  });

  it('gives offsets into the decoded file: without the byte order mark', async () => {
    const path = join(folder, 'in', '办法.txt');
    const { stdout } = await extract(path);
    const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
    const lines = linesOf(stdout);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line.file).toBe(path);
      expect(text.slice(line.start, line.end)).toBe(line.text);
    }
  });

  it('gives every line of the seed document in order, each true to its text', async () => {
    const path = 'graph-data/documents/000_f2c18dec97506519.txt';
    const { code, stdout } = await extract(path);
    const text = await readFile(join(ROOT, path), 'utf8');
    const lines = linesOf(stdout);
    expect(code).toBe(0);
    expect(lines.filter(({ kind }) => kind === 'citation').length).toBeGreaterThan(8);
    for (const line of lines) expect(text.slice(line.start, line.end)).toBe(line.text);
    expect(lines.map(({ start }) => start)).toEqual(lines.map(({ start }) => start).sort((a, b) => a - b));
  });
});
