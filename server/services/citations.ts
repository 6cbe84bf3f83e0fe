/** Who cites a law or a provision, and what it cites. */
import { z } from 'zod';
import { ProvisionLevel, RANKS, Rank } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import {
  type BucketCounts,
  CITED_BY_BUCKETS,
  type CitationRow,
  type CitedByPage,
  type CitesPage,
} from '#model/wire/laws.ts';
import type { CitationRecord, CitedByGroup, CitedByParams } from '#server/store/queries/citations.ts';
import * as queries from '#server/store/queries/citations.ts';
import { nodesByIds } from '#server/store/queries/graph.ts';
import { toShown } from '#server/store/queries/shown.ts';
import type { Reader } from '#server/store/read.ts';
import { afterKey, nextByKey } from './paging.ts';
import { createMemo, type Revision } from './revision.ts';
import { sentenceAround } from './sentence.ts';
import { pick, toCitation, toDocument, toEvidence, toRef, toRelationType } from './stored.ts';

export interface CitedByFilters {
  readonly bucket?: CitedByParams['bucket'] | undefined;
  readonly article?: string | undefined;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
  readonly rank?: string | undefined;
  readonly year?: number | undefined;
  readonly documentId?: string | undefined;
}
export type CitedKind = 'law' | 'provision';
type Paging = { readonly limit: number; readonly cursor?: string | undefined };

const Part = z.object({
  id: z.string(),
  name: z.string(),
  level: ProvisionLevel,
  printed: z.string(),
  text: z.string(),
  start: z.int(),
});
const Identified = z.object({ id: z.string() });

/** 第二章 › 第二十一条 › 第2款 */
const breadcrumb = (trail: CitationRecord['trail'], own: string): string =>
  [...trail.sort((a, b) => a.start - b.start || b.end - a.end).map((part) => part.printed), own]
    .filter((printed) => printed !== '')
    .join(' › ');

const toRow = (record: CitationRecord): CitationRow => {
  const from = pick(Part, record.from);
  const document = toDocument(record.document);
  const evidence = toEvidence(record.relation);
  return {
    relationId: pick(Identified, record.relation).id,
    type: toRelationType(record.relation.type),
    document: { id: document.id, title: document.title, rank: document.rank, date: document.date },
    from: { id: from.id, name: from.name, level: from.level, breadcrumb: breadcrumb([...record.trail], from.printed) },
    to: toRef(record.to),
    citation: toCitation(record.relation),
    evidence,
    sentence: sentenceAround(from.text, evidence.quote, evidence.start - from.start),
  };
};

type FilterName = 'bucket' | 'article' | 'unit' | 'rank' | 'year' | 'documentId';
const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));

/** Whether a group passes all filters but those named in `except`. */
const passes = (group: CitedByGroup, filters: CitedByFilters, except: readonly FilterName[] = []): boolean => {
  const checks: Record<FilterName, boolean> = {
    bucket: filters.bucket === undefined || group.bucket === filters.bucket,
    article: filters.article === undefined || group.article === filters.article,
    unit:
      (filters.paragraph === undefined || group.paragraph === filters.paragraph) &&
      (filters.item === undefined || group.item === filters.item),
    rank: filters.rank === undefined || group.rank === filters.rank,
    year: filters.year === undefined || yearOf(group.date) === filters.year,
    documentId: filters.documentId === undefined || group.documentId === filters.documentId,
  };
  return Object.entries(checks).every(([name, passed]) => passed || except.some((free) => free === name));
};

const countBy = <K>(groups: readonly CitedByGroup[], key: (group: CitedByGroup) => K | null): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const group of groups) {
    const value = key(group);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + group.count);
  }
  return counts;
};
const sum = (groups: readonly CitedByGroup[]): number => groups.reduce((total, group) => total + group.count, 0);

/** 286-1 comes after 286 and before 287. */
const articleOrder = (a: string, b: string): number => {
  const [as, bs] = [a.split('-').map(Number), b.split('-').map(Number)];
  return (as[0] ?? 0) - (bs[0] ?? 0) || (as[1] ?? 0) - (bs[1] ?? 0) || a.localeCompare(b);
};

export const bucketCounts = (groups: readonly CitedByGroup[]): BucketCounts => {
  const counts = countBy(groups, (group) => group.bucket);
  const [articles = 0, mentions = 0, internal = 0, promotes = 0] = CITED_BY_BUCKETS.map((bucket) => counts.get(bucket));
  return { articles, mentions, internal, promotes };
};

/** Counts under the filters; each facet counts without its own filter, so that it shows what else could be chosen. */
const summarise = (groups: readonly CitedByGroup[], filters: CitedByFilters) => {
  const under = (...except: FilterName[]) => groups.filter((group) => passes(group, filters, except));
  const ranks = countBy(under('rank'), (group) => Rank.parse(group.rank));
  const years = countBy(under('year'), (group) => yearOf(group.date));
  const articles = countBy(under('article', 'unit'), (group) => group.article);
  return {
    total: sum(under()),
    documents: new Set(under().map((group) => group.documentId)).size,
    buckets: bucketCounts(under('bucket')),
    facets: {
      ranks: RANKS.flatMap((value) => (ranks.has(value) ? [{ value, count: ranks.get(value) ?? 0 }] : [])),
      years: [...years].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
      articles: [...articles]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => articleOrder(a.value, b.value)),
    },
  };
};

const QUERIES = {
  law: {
    page: queries.lawCitedByPage,
    groups: queries.lawCitedByGroups,
    cites: queries.lawCitesPage,
    citesTotal: queries.lawCitesTotal,
  },
  provision: {
    page: queries.provisionCitedByPage,
    groups: queries.provisionCitedByGroups,
    cites: queries.provisionCitesPage,
    citesTotal: queries.provisionCitesTotal,
  },
} as const;

export const createCitations = (reader: Reader, revision: Revision) => {
  const groups = createMemo<CitedByGroup[]>(revision, 500);

  const exists = async (kind: CitedKind, id: string): Promise<void> => {
    const row = await reader.first(nodesByIds, { ids: [id] });
    const label = kind === 'law' ? 'Law' : 'Provision';
    if (row?.node.labels.includes(label)) return;
    throw new FamaiError(
      'NOT_FOUND',
      kind === 'law' ? '没有这部法律文件。 / No such law.' : '没有这一条文。 / No such provision.',
    );
  };

  /** All citations of a target, counted by what filters ask for. */
  const groupsOf = (kind: CitedKind, id: string): Promise<CitedByGroup[]> =>
    groups(`${kind}\n${id}`, () => reader.run(QUERIES[kind].groups, { id }));

  const citedBy = async (
    kind: CitedKind,
    id: string,
    filters: CitedByFilters,
    paging: Paging,
  ): Promise<CitedByPage> => {
    const params = {
      id,
      bucket: filters.bucket ?? null,
      article: filters.article ?? null,
      paragraph: filters.paragraph ?? null,
      item: filters.item ?? null,
      rank: filters.rank ?? null,
      year: filters.year ?? null,
      documentId: filters.documentId ?? null,
      after: afterKey(paging.cursor),
      limit: paging.limit,
    };
    const page = QUERIES[kind].page;
    const [all, rows] = await Promise.all([
      groupsOf(kind, id),
      reader.run(page, { ...params, limit: paging.limit + 1 }),
    ]);
    if (all.length === 0) await exists(kind, id);
    return {
      items: rows.slice(0, paging.limit).map(toRow),
      ...summarise(all, filters),
      cursor: nextByKey(rows, paging.limit),
      query: toShown(page, params),
    };
  };

  const cites = async (kind: CitedKind, id: string, paging: Paging): Promise<CitesPage> => {
    const params = { id, after: afterKey(paging.cursor), limit: paging.limit };
    const page = QUERIES[kind].cites;
    const [total, rows] = await Promise.all([
      reader.first(QUERIES[kind].citesTotal, { id }),
      reader.run(page, { ...params, limit: paging.limit + 1 }),
    ]);
    if (rows.length === 0) await exists(kind, id);
    return {
      items: rows.slice(0, paging.limit).map(toRow),
      total: total?.total ?? 0,
      cursor: nextByKey(rows, paging.limit),
      query: toShown(page, params),
    };
  };

  return { citedBy, cites, groupsOf };
};
export type Citations = ReturnType<typeof createCitations>;
