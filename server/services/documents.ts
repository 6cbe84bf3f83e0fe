/** The catalogue of documents and everything the reader shows of one. */
import { Modality, type NodeLabel } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import { CitationType, Reason } from '#model/relations.ts';
import type { DocumentDto, DocumentsPage, Highlight, ReaderProvision } from '#model/wire/documents.ts';
import {
  documentHead,
  documentLawLinks,
  documentLinks,
  documentProvisions,
  documentsPage,
  documentsTotal,
  type Link,
} from '#server/store/queries/documents.ts';
import { toShown } from '#server/store/queries/shown.ts';
import type { Reader } from '#server/store/read.ts';
import { afterKey, nextByKey } from './paging.ts';
import { labelOf, toDocument, toRef, toSource } from './stored.ts';

const MENTION_KIND = { Function: 'function', Organ: 'organ', Aspect: 'aspect', Crime: 'crime' } as const;

const kindOf = (type: string, label: NodeLabel): Highlight['kind'] | null => {
  if (type === 'PROMOTES') return 'promotes';
  if (type === 'STATES') return 'duty';
  if (type !== 'MENTIONS') return 'citation';
  return label === 'Function' || label === 'Organ' || label === 'Aspect' || label === 'Crime'
    ? MENTION_KIND[label]
    : null;
};

/** Relationships of one kind on one span are one highlight: a list of articles is one citation to the eye. */
export const mergeHighlights = (links: readonly Link[]): Highlight[] => {
  const merged = new Map<string, Highlight>();
  for (const [type, relationId, start, end, citationType, reason, id, name, labels, modality] of links) {
    const label = labelOf({ labels, properties: {} });
    const kind = kindOf(type, label);
    if (kind === null) continue;
    const key = `${kind} ${start} ${end}`;
    const known = merged.get(key);
    const highlight: Highlight = known ?? {
      kind,
      start,
      end,
      relationIds: [],
      targets: [],
      citationType: citationType === null ? null : CitationType.parse(citationType),
      reason: null,
      modality: modality === null ? null : Modality.parse(modality),
    };
    highlight.relationIds.push(relationId);
    if (!highlight.targets.some((target) => target.id === id)) highlight.targets.push({ id, label, name });
    if (reason !== null) highlight.reason ??= Reason.parse(reason);
    if (known === undefined) merged.set(key, highlight);
  }
  return [...merged.values()].sort((a, b) => a.start - b.start || b.end - a.end || a.kind.localeCompare(b.kind));
};

type StoredPart = Omit<ReaderProvision, 'parent'> & { readonly order: number; readonly parent: number | null };

/** Citations of parts are added to the whole: `citedBy` of a 条 counts those of its 款 and 项. */
const toProvisions = (parts: readonly StoredPart[]): ReaderProvision[] => {
  const index = new Map(parts.map((part, at) => [part.order, at]));
  const provisions = parts.map(({ id, level, number, printed, parent, start, end, citedBy }) => ({
    id,
    level,
    number,
    printed,
    parent: parent === null ? -1 : (index.get(parent) ?? -1),
    start,
    end,
    citedBy,
  }));
  for (const part of [...provisions].reverse()) {
    const whole = provisions[part.parent];
    if (whole !== undefined) whole.citedBy += part.citedBy;
  }
  return provisions;
};

export const createDocuments = (reader: Reader) => {
  const page = async (
    q: string | undefined,
    paging: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<DocumentsPage> => {
    const where = { q: q?.trim() || null };
    const params = { ...where, after: afterKey(paging.cursor), limit: paging.limit };
    const [rows, count] = await Promise.all([
      reader.run(documentsPage, { ...params, limit: paging.limit + 1 }),
      reader.first(documentsTotal, where),
    ]);
    return {
      items: rows.slice(0, paging.limit).map((row) => {
        const { id, title, kind, rank, date } = toDocument(row.document);
        return { id, title, kind, rank, date, provisions: row.provisions, sources: row.sources };
      }),
      total: count?.total ?? 0,
      cursor: nextByKey(rows, paging.limit),
      query: toShown(documentsPage, params),
    };
  };

  const read = async (id: string): Promise<DocumentDto> => {
    const [head, parts, lawLinks, ...links] = await Promise.all([
      reader.first(documentHead, { id }),
      reader.run(documentProvisions, { id }),
      reader.run(documentLawLinks, { id }),
      ...documentLinks.map((query) => reader.run(query, { id })),
    ]);
    if (head === null) throw new FamaiError('NOT_FOUND', '没有这份文档。 / No such document.');
    const { law, relation } = head;
    return {
      document: toDocument(head.document),
      sources: head.sources.map(toSource),
      law: law === null || relation === null ? null : { ...toRef(law), relation },
      text: head.text ?? '',
      textOffset: head.textOffset ?? 0,
      provisions: toProvisions(parts),
      highlights: mergeHighlights([...links.flat(), ...lawLinks].map(({ link }) => link)),
      query: toShown(documentProvisions, { id }),
    };
  };

  return { page, read };
};
