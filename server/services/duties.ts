/** The list of duties and the matrix of 主体 by 情态. */
import { z } from 'zod';
import { DutyNode, MODALITIES, type Modality } from '#model/entities.ts';
import type { DutiesPage, DutyRow, MatrixDto } from '#model/wire/explore.ts';
import { type DutyParams, dutiesPage, dutiesTotal, dutyMatrix } from '#server/store/queries/duties.ts';
import { toShown } from '#server/store/queries/shown.ts';
import type { Reader } from '#server/store/read.ts';
import { afterKey, nextByKey } from './paging.ts';
import { pick, toDocument, toEvidence, toRef } from './stored.ts';

export const NO_DUTY_FILTERS: DutyParams = {
  bearer: null,
  functionId: null,
  lawId: null,
  documentId: null,
  aspectId: null,
  q: null,
};

type Filters = { readonly [name in keyof DutyParams]?: string | undefined };
const toParams = (filters: Filters): DutyParams => ({
  bearer: filters.bearer ?? null,
  functionId: filters.functionId ?? null,
  lawId: filters.lawId ?? null,
  documentId: filters.documentId ?? null,
  aspectId: filters.aspectId ?? null,
  q: filters.q?.trim() || null,
});

const Stated = DutyNode.pick({ id: true, text: true, modality: true, bearer: true });
const Place = z.object({ id: z.string(), name: z.string() });

export const createDuties = (reader: Reader) => {
  const page = async (
    filters: Filters & { readonly modality?: Modality | undefined },
    paging: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<DutiesPage> => {
    const where = { ...toParams(filters), modality: filters.modality ?? null };
    const params = { ...where, after: afterKey(paging.cursor), limit: paging.limit };
    const query = dutiesPage(where);
    const [rows, count] = await Promise.all([
      reader.run(query, { ...params, limit: paging.limit + 1 }),
      reader.first(dutiesTotal(where), where),
    ]);
    const items = rows.slice(0, paging.limit).map((row): DutyRow => {
      const { id, title, rank } = toDocument(row.document);
      return {
        ...pick(Stated, row.duty),
        bearers: row.bearers.map(toRef),
        functions: row.functions.map(toRef),
        laws: row.laws.map(toRef),
        aspects: row.aspects.map(toRef),
        document: { id, title, rank },
        provision: pick(Place, row.provision),
        evidence: toEvidence(row.relation),
      };
    });
    return {
      items,
      total: count?.total ?? 0,
      cursor: nextByKey(rows, paging.limit),
      query: toShown(query, params),
    };
  };

  const matrix = async (filters: Filters, limit: number): Promise<MatrixDto> => {
    const params = { ...toParams(filters), limit };
    const query = dutyMatrix(params);
    const rows = await reader.run(query, params);
    return {
      rows: rows.map((row) => {
        const cells: Partial<Record<Modality, number>> = {};
        for (const modality of MODALITIES) if (row[modality] > 0) cells[modality] = row[modality];
        return { bearer: row.bearer, total: row.total, cells };
      }),
      total: rows[0]?.actors ?? 0,
      query: toShown(query, params),
    };
  };

  return { page, matrix };
};
