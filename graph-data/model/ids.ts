/** Ids of nodes: derived from content, readable, the same on every machine (after the idea of the European Legislation Identifier). */
import type { NodeLabel, ProvisionLevel } from './entities.ts';

/** `law/网络安全法` from a canonical title. */
export const lawId = (title: string): string => `law/${title}`;

/** `law/网络安全法@2016-11-07`: a law's own text of a date. `@undated` when the date is not known. */
export const lawTextId = (title: string, date: string | null): string => `law/${title}@${date ?? 'undated'}`;

/** `doc/1a2b…`: any other text, by the SHA-256 of its clean text (first 16 hexadecimal digits are kept). */
export const documentId = (textHash: string): string => `doc/${textHash.slice(0, 16)}`;

const LEVEL_TOKEN: Record<ProvisionLevel, string> = {
  part: 'prt',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  paragraph: 'par',
  item: 'pnt',
  subitem: 'sub',
  block: 'blk',
};

/** `art_286-1` from a level and a number. */
export const pathStep = (level: ProvisionLevel, number: string): string => `${LEVEL_TOKEN[level]}_${number}`;

export const provisionId = (document: string, path: string): string => `${document}/${path}`;
export const dutyId = (provision: string, ordinal: number): string => `${provision}/duty_${ordinal}`;

const NAMED_PREFIX = { Function: 'function', Organ: 'organ', Aspect: 'aspect', Crime: 'crime' } as const;
export type NamedLabel = keyof typeof NAMED_PREFIX & NodeLabel;
/** `function/刑事检察`, `organ/最高人民检察院`. */
export const namedId = (label: NamedLabel, name: string): string => `${NAMED_PREFIX[label]}/${name}`;

/** `source/…/2`: path relative to the imported root, and which copy in the file. */
export const sourceId = (path: string, copy: number): string => `source/${path.normalize('NFC')}#${copy}`;
