/** The catalogue of laws and the head of a law's page. */
import { FamaiError } from '#model/errors.ts';
import type { LawDetail, LawRow, LawsPage } from '#model/wire/laws.ts';
import { lawCitesTotal } from '#server/store/queries/citations.ts';
import { dutiesTotal } from '#server/store/queries/duties.ts';
import {
  citedParts,
  type LawRecord,
  type LawSort,
  lawHead,
  lawsPage,
  lawsTotal,
  relatedLaws,
} from '#server/store/queries/laws.ts';
import { toShown } from '#server/store/queries/shown.ts';
import type { Reader } from '#server/store/read.ts';
import type { Citations } from './citations.ts';
import { bucketCounts } from './cited-by-index.ts';
import { NO_DUTY_FILTERS } from './duties.ts';
import { nextBySkip, skipOf } from './paging.ts';
import { toDocument, toEvidence, toLaw, toRef, toRelationType } from './stored.ts';

export interface LawFilters {
  readonly q?: string | undefined;
  readonly rank?: string | undefined;
  readonly status?: string | undefined;
  readonly sort: LawSort;
}

const toRow = (record: LawRecord): LawRow => {
  const { id, title, rank, status, issuer, date } = toLaw(record.law);
  const { textId, citedBy, citedByDocuments, promotedBy } = record;
  return { id, title, rank, status, issuer, date, textId, citedBy, citedByDocuments, promotedBy };
};

export const createLaws = (reader: Reader, citations: Citations) => {
  const page = async (
    filters: LawFilters,
    paging: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<LawsPage> => {
    const where = {
      q: filters.q?.trim() || null,
      rank: filters.rank ?? null,
      status: filters.status ?? null,
    };
    const params = { ...where, skip: skipOf(paging.cursor), limit: paging.limit };
    const query = lawsPage(filters.sort);
    const [rows, count] = await Promise.all([reader.run(query, params), reader.first(lawsTotal, where)]);
    const total = count?.total ?? 0;
    return {
      items: rows.map(toRow),
      total,
      cursor: nextBySkip(params.skip, rows.length, total),
      query: toShown(query, params),
    };
  };

  /** Citations of every part of these texts; what cites a 款 is counted at its 条 and 章 too. */
  const citedProvisions = async (texts: readonly string[]): Promise<Record<string, number>> => {
    const counts = new Map<string, number>();
    for (const { ids, count } of await reader.run(citedParts, { texts })) {
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + count);
    }
    return Object.fromEntries(counts);
  };

  const dutiesOf = async (lawId: string): Promise<number> => {
    const params = { ...NO_DUTY_FILTERS, lawId, modality: null };
    return (await reader.first(dutiesTotal(params), params))?.total ?? 0;
  };

  const detail = async (id: string): Promise<LawDetail> => {
    const head = await reader.first(lawHead, { id });
    if (head === null) throw new FamaiError('NOT_FOUND', '没有这部法律文件。 / No such law.');
    const law = toLaw(head.law);
    const texts = head.versions.map(({ document, articles, sources }) => ({
      text: toDocument(document),
      articles,
      sources,
    }));
    // A code that comes in parts has several texts of one date.
    const versions = texts.map(({ text, articles, sources }) => ({
      documentId: text.id,
      title: text.title,
      date: text.date,
      articles,
      sources,
      newest: text.date === (texts[0]?.text.date ?? null),
    }));
    const [citedBy, cites, duties, related, cited] = await Promise.all([
      citations.indexOf('law', id),
      reader.first(lawCitesTotal, { id }),
      dutiesOf(id),
      reader.run(relatedLaws, { id }),
      citedProvisions(versions.filter((version) => version.newest).map((version) => version.documentId)),
    ]);
    return {
      law,
      aliases: law.shortTitles,
      versions,
      buckets: bucketCounts(citedBy),
      cites: cites?.total ?? 0,
      duties,
      citedProvisions: cited,
      related: related.map(({ direction, relation, other }) => ({
        type: toRelationType(relation.type),
        direction,
        law: toRef(other),
        evidence: toEvidence(relation),
      })),
      query: toShown(lawHead, { id }),
    };
  };

  return { page, detail };
};
