/** A folder of small made-up statutes that name each other, for imports that must end in the same graph. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface TestFolder {
  readonly path: string;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  dispose(): Promise<void>;
}

export const makeFolder = async (files: Readonly<Record<string, string>>): Promise<TestFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'famai-docs-'));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  };
  for (const [file, text] of Object.entries(files)) await write(file, text);
  return {
    path,
    write,
    remove: (file) => rm(join(path, file)),
    dispose: () => rm(path, { recursive: true, force: true }),
  };
};

/** A statute as the corpus has them: title, date, body. */
export const statute = (title: string, date: string, articles: readonly string[]): string => {
  const [year, month, day] = date.split('-').map(Number);
  const numerals = '一二三四五六七八九十';
  const body = articles.map((text, index) => `第${numerals[index] ?? '十'}条 ${text}`).join('\n\n');
  return `# ${title}\n\n${year}年${month}月${day}日 公布\n\n<!-- INFO END -->\n\n${body}\n`;
};

export const 水库法 = statute('水库管理法', '2019-03-01', [
  '为了加强水库管理，制定本法。',
  '水库管理单位应当定期检查水库。\n\n县级以上人民政府应当加强监督。',
  '违反本法第二条规定的，给予警告。',
]);
export const 水库法修 = statute('水库管理法', '2019-03-01', [
  '为了加强水库管理，制定本法。',
  '违反本法规定的，给予警告。',
]);
export const 渡口条例 = statute('渡口安全条例', '2021-06-01', [
  '根据《水库管理法》，制定本条例。',
  '渡口经营者应当遵守《水库管理法》第二条第二款的规定。',
  '违反前条规定的，依照《水库管理法》第三条和《渔船登记办法》第四条处罚。',
]);
export const 渔船办法 = statute('渔船登记办法', '2018-05-01', [
  '根据《渡口安全条例》，制定本办法。',
  '渔船所有人应当登记。',
  '登记机关不得收取费用。',
  '违反本办法的，处以罚款。',
]);

/** Statutes that cite each other: enough rows for several transactions. */
export const manyStatutes = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `${n}.md`,
      statute(
        `测试法规第${n}号条例`,
        '2020-01-01',
        Array.from({ length: 10 }, (_, a) =>
          `根据《测试法规第${(n + a) % count}号条例》第${'一二三'[a % 3]}条，主管部门应当检查第${a}类事项。`.repeat(4),
        ),
      ),
    ]),
  );

/** The sample of real laws beside the project, null where it is not there. */
export const SAMPLE = ((path: string) => (existsSync(path) ? path : null))(
  resolve(import.meta.dirname, '../../../shared/corpus'),
);

/** `count` files of the sample, spread over all its folders. */
export const sampleFiles = async (count: number): Promise<string[]> => {
  if (SAMPLE === null) return [];
  const names = (await readdir(SAMPLE, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  return Array.from({ length: count }, (_, n) =>
    join(SAMPLE ?? '', names[Math.floor((n * names.length) / count)] ?? ''),
  );
};
