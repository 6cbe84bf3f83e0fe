/** The gold sets on disk: their files, and the shapes of their lines. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';

const span = { doc: z.string(), start: z.int().nonnegative(), end: z.int().positive(), text: z.string() };
const Names = z.union([z.string(), z.array(z.string())]);

export const GoldCitation = z.object({
  ...span,
  kind: z.enum(['law', 'self', 'previous']),
  target: z.string().nullable(),
  target_alt: z.array(z.string()).default([]),
  articles: z.array(z.string()),
  articles_alt: z.array(z.array(z.string())).default([]),
  range: z.union([z.tuple([z.string(), z.string()]), z.array(z.tuple([z.string(), z.string()]))]).optional(),
  tags: z.array(z.string()).default([]),
});
export const GoldSpan = z.object(span);
export const GoldDuty = z.object({
  ...span,
  modality: z.string(),
  bearer: z.string().nullable(),
  bearer_alt: z.array(z.string().nullable()).default([]),
  functions: z.array(z.string()),
  laws: z.array(z.string()),
});
export const GoldEntity = z.object({ ...span, type: z.string(), canonical: Names });
export type GoldCitation = z.infer<typeof GoldCitation>;
export type GoldSpan = z.infer<typeof GoldSpan>;
export type GoldDuty = z.infer<typeof GoldDuty>;
export type GoldEntity = z.infer<typeof GoldEntity>;

export interface GoldDocument {
  /** File stem: `01`. */
  readonly doc: string;
  readonly location: string;
}

export interface CitationGold {
  readonly documents: readonly GoldDocument[];
  readonly citations: readonly GoldCitation[];
  readonly nonLaws: readonly GoldSpan[];
  readonly ambiguous: readonly GoldSpan[];
}

export interface DutyGold {
  readonly documents: readonly GoldDocument[];
  readonly duties: readonly GoldDuty[];
  readonly entities: readonly GoldEntity[];
  readonly optional: readonly GoldSpan[];
}

const readLines = async <T>(location: string, schema: z.ZodType<T>, required: boolean): Promise<T[]> => {
  if (!existsSync(location)) {
    if (required) throw new FamaiError('NOT_FOUND', `缺少标准答案文件 (missing gold file): ${location}`);
    return [];
  }
  const lines = (await readFile(location, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new FamaiError('BAD_REQUEST', `${location}:${index + 1}: 不是有效的标准答案行 (not a valid gold line)`, {
        cause,
      });
    }
  });
};

const documentsOf = async (folder: string): Promise<GoldDocument[]> => {
  const docs = join(folder, 'docs');
  if (!existsSync(docs)) throw new FamaiError('NOT_FOUND', `缺少文件夹 (missing folder): ${docs}`);
  return (await readdir(docs))
    .sort()
    .map((name) => ({ doc: name.replace(/\.[^.]+$/, ''), location: join(docs, name) }));
};

/** @throws FamaiError when the folder is no gold set of citations */
export const loadCitationGold = async (folder: string): Promise<CitationGold> => ({
  documents: await documentsOf(folder),
  citations: await readLines(join(folder, 'citations.jsonl'), GoldCitation, true),
  nonLaws: await readLines(join(folder, 'non_laws.jsonl'), GoldSpan, false),
  ambiguous: await readLines(join(folder, 'ambiguous.jsonl'), GoldSpan, false),
});

/** @throws FamaiError when the folder is no gold set of duties */
export const loadDutyGold = async (folder: string): Promise<DutyGold> => ({
  documents: await documentsOf(folder),
  duties: await readLines(join(folder, 'duties.jsonl'), GoldDuty, true),
  entities: await readLines(join(folder, 'entities.jsonl'), GoldEntity, false),
  optional: await readLines(join(folder, 'optional.jsonl'), GoldSpan, false),
});
