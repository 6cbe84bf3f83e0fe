/** The saved queries that come with the product: plain `.cypher` files with front matter. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import { Json } from '#model/wire/common.ts';
import { SavedQuery } from '#model/wire/console.ts';

const FrontMatter = z.strictObject({
  title: z.string().min(1),
  titleEn: z.string().min(1),
  description: z.string().min(1),
  tags: z
    .string()
    .min(1)
    .transform((text) => text.split(/[,，、]\s*/)),
  params: z
    .string()
    .default('{}')
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: '须是一个 JSON 对象 / must be a JSON object' });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string(), Json)),
});
const LINE = /^\/\/ (\w+): (.*)$/;

/**
 * Reads one file.
 * @param file Its name, for the id and for messages.
 * @throws FamaiError CONFIG with file, line and what is wrong
 */
export function parseSavedQuery(file: string, text: string): SavedQuery {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => !LINE.test(line));
  const pairs = lines.slice(0, Math.max(0, head)).map((line) => LINE.exec(line)?.slice(1, 3) ?? []);
  const fields: Record<string, string> = Object.fromEntries(pairs);
  const parsed = FrontMatter.safeParse(fields);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = String(issue?.path[0] ?? '');
    const line = pairs.findIndex(([key]) => key === field) + 1;
    throw new FamaiError('CONFIG', `${file}:${Math.max(1, line)} ${field}: ${issue?.message ?? ''}`);
  }
  const query = lines.slice(head).join('\n').trim();
  if (query === '') throw new FamaiError('CONFIG', `${file}:${head + 1} 没有查询正文 / holds no query`);
  return SavedQuery.parse({ id: basename(file, '.cypher'), query, ...parsed.data });
}

/** All of a folder, by id. @throws FamaiError CONFIG for the first file that is not valid */
export async function loadSavedQueries(folder: string): Promise<SavedQuery[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cypher')).sort();
  return Promise.all(files.map(async (file) => parseSavedQuery(file, await readFile(join(folder, file), 'utf8'))));
}
