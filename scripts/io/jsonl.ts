/** Lexicon files: one JSON object a line, every line checked, errors naming file and line. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';

const problem = (file: string, line: number, what: string, cause: unknown): FamaiError =>
  new FamaiError('LEXICON', `${file} 第 ${line} 行：${what}`, { cause, position: { line, column: 1, offset: 0 } });

/**
 * Lines of one file. Empty lines and lines that begin with # are left out, so that a file can carry notes.
 * @throws FamaiError LEXICON naming file and line
 */
export const parseJsonLines = <T>(file: string, text: string, schema: z.ZodType<T>): T[] =>
  text.split('\n').flatMap((content, index) => {
    if (content.trim() === '' || content.startsWith('#')) return [];
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch (cause) {
      throw problem(file, index + 1, '不是有效的 JSON (not valid JSON)', cause);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success)
      throw problem(file, index + 1, z.prettifyError(parsed.error).replace(/\s+/g, ' '), parsed.error);
    return [parsed.data];
  });

/** Lines of every file whose name matches, files in the order of their names. */
export const readJsonLinesOf = async <T>(folder: string, names: RegExp, schema: z.ZodType<T>): Promise<T[]> => {
  const files = (await readdir(folder)).filter((name) => names.test(name)).sort();
  const parts = await Promise.all(
    files.map(async (name) => parseJsonLines(name, await readFile(join(folder, name), 'utf8'), schema)),
  );
  return parts.flat();
};
