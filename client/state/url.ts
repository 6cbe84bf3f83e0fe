/** Addresses of the page: what each one shows, made and read in one place. */
import type { NodeLabel } from '#model/entities.ts';
import type { JsonValue } from '#model/wire/common.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `at=120-180`: offsets into the decoded source. Anything else is null. */
export const parseSpan = (text: string | null): Span | null => {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '');
  if (match === null) return null;
  const span = { start: Number(match[1]), end: Number(match[2]) };
  return span.end > span.start ? span : null;
};

export const formatSpan = (span: Span): string => `${span.start}-${span.end}`;

const withQuery = (path: string, query: Readonly<Record<string, string | null | undefined>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
};

export const lawAddress = (
  id: string,
  query: { tab?: string; article?: string | null; documentId?: string } = {},
): string => withQuery(`/law/${encodeURIComponent(id)}`, query);

export const documentAddress = (id: string, span?: Span | null, selection?: string | null): string =>
  withQuery(`/document/${encodeURIComponent(id)}`, { at: span ? formatSpan(span) : null, sel: selection });

export const searchAddress = (q: string): string => withQuery('/search', { q });

export const consoleAddress = (query: string, params: Readonly<Record<string, JsonValue>>): string =>
  withQuery('/console', { query, params: Object.keys(params).length === 0 ? null : JSON.stringify(params) });

export const dutiesAddress = (filters: {
  bearer?: string | null;
  functionId?: string;
  lawId?: string;
  documentId?: string;
  aspectId?: string;
}): string => withQuery('/duties', filters);

/** The document a provision or a duty belongs to: ids nest, `law/T@D/art_21`, `doc/hash/blk_4/duty_1`. */
export const documentOf = (id: string): string | null => /^(?:doc\/[^/]+|law\/.+?@[^/@]+)/.exec(id)?.[0] ?? null;

const withoutPrefix = (id: string): string => id.slice(id.indexOf('/') + 1);

/** Where a node is shown. Provisions and duties open in the reader of their document; the node is then selected. */
export const nodeAddress = ({ id, label }: { readonly id: string; readonly label: NodeLabel }): string => {
  if (label === 'Law') return lawAddress(id);
  if (label === 'Document') return documentAddress(id);
  if (label === 'Function') return dutiesAddress({ functionId: id });
  if (label === 'Organ') return dutiesAddress({ bearer: withoutPrefix(id) });
  if (label === 'Aspect') return dutiesAddress({ aspectId: id });
  const document = documentOf(id);
  return document === null ? searchAddress(withoutPrefix(id)) : documentAddress(document, null, `n:${id}`);
};
