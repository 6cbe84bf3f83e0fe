import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTextFiles } from '#io/text-files.ts';
import { readProblem, walkPaths } from '#io/walk.ts';

let root = '';
const at = (...parts: string[]): string => join(root, ...parts);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'famai-walk-'));
  await mkdir(at('docs', '乙'), { recursive: true });
  await writeFile(at('docs', '甲.md'), '# 甲条例\n\n第一条 甲。');
  await writeFile(at('docs', '乙', '丙.txt'), '丙');
  await writeFile(at('docs', '.hidden.md'), '不读');
  await writeFile(at('docs', 'picture.png'), 'x');
  await writeFile(at('docs', 'empty.txt'), '');
  await writeFile(at('docs', 'blank.txt'), ' \n\u3000\n');
  await writeFile(at('docs', 'binary.txt'), Uint8Array.from([0x89, 0x50, 0, 0, 1, 2, 3]));
  await writeFile(at('docs', 'bytes.txt'), Uint8Array.from([0x41, 0xff, 0xff, 0x42]));
  await writeFile(at('docs', 'big.txt'), 'x');
  await truncate(at('docs', 'big.txt'), 50 * 1024 * 1024);
  await writeFile(at('secret.txt'), '外面');
  await symlink(at('nowhere'), at('docs', 'broken.txt'));
  await symlink(at('secret.txt'), at('docs', 'outside.txt'));
  await symlink(at('docs'), at('docs', 'loop'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** `path` of a file read, `shown: CODE` of a problem. */
const read = async (...paths: string[]): Promise<string[]> => {
  const events: string[] = [];
  for await (const event of readTextFiles(paths))
    events.push('problem' in event ? `${event.shown.slice(root.length + 1)}: ${event.problem.code}` : event.file.path);
  return events;
};

describe('reading folders', () => {
  it('goes through a folder in the order of names; a bad file costs itself alone', async () => {
    expect(await read(at('docs'))).toEqual([
      'docs/big.txt: TOO_LARGE',
      'docs/binary.txt: UNREADABLE',
      'docs/blank.txt: UNREADABLE',
      'docs/broken.txt: NOT_FOUND',
      'docs/bytes.txt: UNREADABLE',
      'docs/empty.txt: UNREADABLE',
      'docs/outside.txt: FORBIDDEN',
      'docs/picture.png: UNSUPPORTED_TYPE',
      '乙/丙.txt',
      '甲.md',
    ]);
  });

  it('takes files and folders together, in the order given', async () => {
    expect(await read(at('secret.txt'), at('docs', '乙'), at('nothing'))).toEqual([
      'secret.txt',
      '丙.txt',
      'nothing: NOT_FOUND',
    ]);
  });

  it('says each problem in one line that names no path of the machine', async () => {
    for await (const event of readTextFiles([at('docs')])) {
      if (!('problem' in event)) continue;
      expect(event.problem.message).not.toMatch(/\n/);
      expect(event.problem.message).not.toContain(root);
    }
  });

  it.each([
    ['EACCES', 'UNREADABLE', '没有读取权限'],
    ['EPERM', 'UNREADABLE', '没有读取权限'],
    ['ENOENT', 'NOT_FOUND', '链接已失效'],
    ['ELOOP', 'UNREADABLE', '链接循环'],
    ['EIO', 'UNREADABLE', 'EIO'],
  ])('%s of the operating system is told to a person', (code, expected, words) => {
    const problem = readProblem(Object.assign(new Error('no'), { code }));
    expect(problem.code).toBe(expected);
    expect(problem.message).toContain(words);
  });

  it('gives the size and a path relative to the root, for ids', async () => {
    for await (const event of walkPaths([at('docs', '甲.md')])) {
      expect(event).toMatchObject({ file: { path: '甲.md', shown: at('docs', '甲.md'), bytes: 29 } });
    }
  });
});
