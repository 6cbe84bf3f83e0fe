/** The search box: straight to what a citation string names, then everything that holds the words. */
import { z } from 'zod';
import type { NodeRef } from '#model/wire/common.ts';
import { SEARCH_GROUPS, type SearchDto, type SearchHit } from '#model/wire/explore.ts';
import * as queries from '#server/store/queries/search.ts';
import type { StoredNode } from '#server/store/queries/shapes.ts';
import { toShown } from '#server/store/queries/shown.ts';
import type { Reader } from '#server/store/read.ts';
import { abbreviationPattern, parseCitationString } from './citation-string.ts';
import { findNames, lawsMeant, type NamedGroup, type Names, toNames } from './names.ts';
import { createMemo, type Revision } from './revision.ts';
import { snippetOf } from './snippet.ts';
import { pick, toRef } from './stored.ts';

type Group = (typeof SEARCH_GROUPS)[number];
type GroupAnswer = SearchDto['groups'][number];
type Words = { readonly typed: string; readonly terms: readonly string[] };

const Place = z.object({ documentId: z.string(), start: z.int(), end: z.int() });
const Texts = z.object({ text: z.string().nullable(), bearer: z.string().nullable() });
const Law = z.object({ rank: z.string(), status: z.string(), date: z.string().nullable() });
const Doc = z.object({ kind: z.string(), date: z.string().nullable(), issuer: z.string().nullable() });
const NOWHERE = { documentId: null, start: null, end: null };

/** Inside quotes only the quote and the backslash mean something to Lucene. */
const quoted = (term: string): string => `"${term.replace(/["\\]/g, '\\$&')}"`;

const namedHit = (node: StoredNode, terms: readonly string[], detail: string | null): SearchHit => {
  const ref = toRef(node);
  return { ...ref, ...NOWHERE, snippet: snippetOf(ref.name, terms), detail };
};

const inText = (node: StoredNode, terms: readonly string[], document: string | null): SearchHit => {
  const ref = toRef(node);
  const { text, bearer } = pick(Texts, node);
  return {
    ...ref,
    ...pick(Place, node),
    snippet: snippetOf(text ?? ref.name, terms),
    detail: [document, bearer].filter((part) => part !== null).join(' · ') || null,
  };
};

const lawDetail = (node: StoredNode): string => {
  const { rank, status, date } = pick(Law, node);
  return [rank, status, date].filter((part) => part !== null).join(' · ');
};
const documentDetail = (node: StoredNode): string | null => {
  const { issuer, date } = pick(Doc, node);
  return [issuer, date].filter((part) => part !== null).join(' · ') || null;
};

export const createSearch = (reader: Reader, revision: Revision) => {
  const kept = createMemo<Names>(revision, 1);
  const names = (): Promise<Names> => kept('names', async () => toNames(await reader.run(queries.namedNodes, {})));

  const named = async (
    group: NamedGroup,
    query: (typeof queries)['searchLaws'],
    { typed, terms }: Words,
    limit: number,
    detail: (node: StoredNode) => string | null,
  ): Promise<GroupAnswer> => {
    const params = { q: typed.toLowerCase(), terms: terms.map((term) => term.toLowerCase()), limit };
    const found = findNames(await names(), group, params);
    return {
      group,
      total: found.length,
      items: found.slice(0, limit).map((node) => namedHit(node, terms, detail(node))),
      query: toShown(query, params),
    };
  };

  const texts = async (
    group: Group,
    byIndex: (typeof queries)['searchProvisions'],
    byCharacter: (typeof queries)['searchProvisionsByCharacter'],
    { terms }: Words,
    limit: number,
  ): Promise<GroupAnswer> => {
    const long = terms.filter((term) => term.length > 1);
    const indexed = {
      phrase: long.map(quoted).join(' AND '),
      terms: [...terms],
      single: terms.filter((term) => term.length === 1),
      limit,
    };
    const scanned = { terms: [...terms], limit };
    const rows = long.length > 0 ? await reader.run(byIndex, indexed) : await reader.run(byCharacter, scanned);
    return {
      group,
      total: rows[0]?.total ?? 0,
      items: rows.map(({ node, document }) => inText(node, terms, document)),
      query: long.length > 0 ? toShown(byIndex, indexed) : toShown(byCharacter, scanned),
    };
  };

  const searchGroup = (group: Group, words: Words, limit: number): Promise<GroupAnswer> => {
    if (group === 'Law') return named(group, queries.searchLaws, words, limit, lawDetail);
    if (group === 'Function') return named(group, queries.searchFunctions, words, limit, () => null);
    if (group === 'Organ') return named(group, queries.searchOrgans, words, limit, () => null);
    if (group === 'Document') return named(group, queries.searchDocuments, words, limit, documentDetail);
    if (group === 'Provision') {
      return texts(group, queries.searchProvisions, queries.searchProvisionsByCharacter, words, limit);
    }
    return texts(group, queries.searchDuties, queries.searchDutiesByCharacter, words, limit);
  };

  /** The law or the provision that the words name; an abbreviation only counts when a 条 follows it. */
  const direct = async (q: string): Promise<SearchDto['direct']> => {
    const cited = parseCitationString(q);
    if (cited === null) return null;
    const pattern = new RegExp(`^(?:${abbreviationPattern(cited.name)})$`, 'u');
    const last = cited.name.slice(-1);
    const laws = lawsMeant(await names(), cited.name, (title) => title.endsWith(last) && pattern.test(title));
    const [best] = cited.path === null ? laws.filter((law) => law.tier < 3) : laws;
    if (best === undefined) return null;
    const law: NodeRef = toRef(best.node);
    if (cited.path === null || best.texts.length === 0) return { ...law, ...NOWHERE };
    const found = await reader.first(queries.provisionByPath, { texts: best.texts, path: cited.path });
    return found === null ? { ...law, ...NOWHERE } : { ...toRef(found.node), ...pick(Place, found.node) };
  };

  return async (q: string, limit: number, group: Group | undefined): Promise<SearchDto> => {
    const typed = q.trim();
    const terms = [...new Set(typed.split(/\s+/).filter((term) => term !== ''))];
    if (terms.length === 0) return { q, direct: null, groups: [] };
    const wanted = group === undefined ? SEARCH_GROUPS : [group];
    const [straight, ...groups] = await Promise.all([
      direct(typed),
      ...wanted.map((one) => searchGroup(one, { typed, terms }, limit)),
    ]);
    return { q, direct: straight, groups };
  };
};
