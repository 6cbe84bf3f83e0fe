/** Who cites a law or a provision, and what it cites. */
import { z } from 'zod';
import { ProvisionLevel } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import type { CitationRow, CitedByPage, CitesPage } from '#model/wire/laws.ts';
import type { CitationRecord } from '#server/store/queries/citations.ts';
import * as queries from '#server/store/queries/citations.ts';
import { nodesByIds } from '#server/store/queries/graph.ts';
import { toShown } from '#server/store/queries/shown.ts';
import type { Reader } from '#server/store/read.ts';
import { type CitedByFilters, type CitedByIndex, summarise, toIndex, toPage } from './cited-by-index.ts';
import { afterKey, nextByKey } from './paging.ts';
import { createMemo, type Revision } from './revision.ts';
import { sentenceAround } from './sentence.ts';
import { pick, toCitation, toDocument, toEvidence, toRef, toRelationType } from './stored.ts';

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

const QUERIES = {
  law: {
    page: queries.lawCitedByPage,
    index: queries.lawCitedByIndex,
    cites: queries.lawCitesPage,
    citesTotal: queries.lawCitesTotal,
  },
  provision: {
    page: queries.provisionCitedByPage,
    index: queries.provisionCitedByIndex,
    cites: queries.provisionCitesPage,
    citesTotal: queries.provisionCitesTotal,
  },
} as const;

/** Targets whose citations are kept until the graph changes; those of the most cited law take half a megabyte. */
const INDEXES_KEPT = 200;

export const createCitations = (reader: Reader, revision: Revision) => {
  const indexes = createMemo<CitedByIndex>(revision, INDEXES_KEPT);

  const exists = async (kind: CitedKind, id: string): Promise<void> => {
    const row = await reader.first(nodesByIds, { ids: [id] });
    const label = kind === 'law' ? 'Law' : 'Provision';
    if (row?.node.labels.includes(label)) return;
    throw new FamaiError(
      'NOT_FOUND',
      kind === 'law' ? '没有这部法律文件。 / No such law.' : '没有这一条文。 / No such provision.',
    );
  };

  /** All citations of a target, as lists, filters and sums need them. */
  const indexOf = (kind: CitedKind, id: string): Promise<CitedByIndex> =>
    indexes(`${kind}\n${id}`, async () => toIndex(await reader.run(QUERIES[kind].index, { id })));

  /** Their sentences, in the order given. One that an import has just taken away is left out. */
  const sentencesOf = async (elements: readonly string[]): Promise<CitationRow[]> => {
    if (elements.length === 0) return [];
    const records = await reader.run(queries.citationsByElement, { elements });
    const byElement = new Map(records.map((record) => [record.key, record]));
    return elements.flatMap((element) => {
      const record = byElement.get(element);
      return record === undefined ? [] : [toRow(record)];
    });
  };

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
    const all = await indexOf(kind, id);
    if (all.length === 0) await exists(kind, id);
    const { elements, cursor } = toPage(all, filters, params.after, paging.limit);
    return {
      items: await sentencesOf(elements),
      ...summarise(all, filters),
      cursor,
      query: toShown(QUERIES[kind].page, params),
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

  return { citedBy, cites, indexOf };
};
export type Citations = ReturnType<typeof createCitations>;
