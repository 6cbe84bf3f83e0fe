/** Leads each citation to exactly one text, or to none and says why. */
import { lawId, provisionId } from '#model/ids.ts';
import type { CitationMention, CitedUnit, InstrumentText, ResolvedCitation, ResolvedUnit } from '#model/mentions.ts';
import type { Reason } from '#model/relations.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { titleKey } from '../citations/title-key.ts';
import { canonicalTitle } from '../text/title.ts';
import { type InstrumentIndex, instrumentOf } from './instruments.ts';
import { articleOrder, type Place, placeOf } from './place.ts';
import { createQuotedPlaces } from './quoted-place.ts';
import { relativeUnits } from './relative-units.ts';
import { provisionPath, withBranches } from './units.ts';

interface Held {
  readonly texts: readonly InstrumentText[];
  readonly reason: Reason | null;
  /** The version meant may not be held: a unit that the one held lacks may well have existed. */
  readonly later: boolean;
}

const WHOLE: CitedUnit = { article: null, paragraph: null, item: null };

/**
 * Resolves the citations of one document. Offsets and order are kept. A unit that is not reached ends at the law:
 * 未收录, 拟制定, 尚未公布 at the document's date, 条号不存在, 款项不存在, 有歧义.
 */
export function resolveCitations(
  doc: ParsedDocument,
  mentions: readonly CitationMention[],
  index: InstrumentIndex,
): ResolvedCitation[] {
  const own = instrumentOf(doc);
  const ownKey = titleKey(canonicalTitle(doc.title));
  const quotedPlace = createQuotedPlaces(doc);
  let articles: readonly string[] | null = null;
  const order = (): readonly string[] => {
    articles ??= articleOrder(doc);
    return articles;
  };
  const lawIds = new Map<string, string>();
  const idOf = (title: string): string => {
    const known = lawIds.get(title) ?? lawId(title);
    lawIds.set(title, known);
    return known;
  };
  return mentions.map((mention) => {
    const isOwn = mention.type !== 'law' && titleKey(mention.target) === ownKey;
    const quoted = isOwn || !isRelative(mention) ? null : quotedPlace(mention.start);
    const held =
      isOwn && own !== null
        ? ownTexts(own, index)
        : heldTexts(doc, mention, index, quoted === null ? 'in force' : 'new');
    const law = idOf(held.texts[0]?.title ?? mention.target);
    const units = unitsOf(mention, isOwn ? placeOf(doc, mention.start) : quoted, isOwn ? order() : []);
    if (units.length === 0) {
      const reason: Reason = isOwn ? 'no_such_paragraph' : 'ambiguous';
      return { ...mention, lawId: law, resolved: [{ ...WHOLE, targetId: law, reason }], reason };
    }
    const complete = mention.range === null ? units : withBranches(units, mention.range, held.texts);
    const resolved = complete.map((unit) => resolveUnit(unit, law, held, isOwn ? own : null));
    return { ...mention, lawId: law, resolved, reason: resolved.find((r) => r.reason !== null)?.reason ?? null };
  });
}

/** 本条, 本款, 本项: the article is that of the place. */
const BY_PLACE: ReadonlySet<string> = new Set(['self.article', 'self.paragraph', 'self.item']);
const isRelative = (mention: CitationMention): boolean => mention.type === 'previous' || BY_PLACE.has(mention.rule);

function unitsOf(mention: CitationMention, place: Place | null, order: readonly string[]): readonly CitedUnit[] {
  if (!isRelative(mention)) return mention.units.length === 0 ? [WHOLE] : mention.units;
  return place === null ? [] : relativeUnits(mention, place, order);
}

const missing = (reason: Reason): Held => ({ texts: [], reason, later: false });

/** The document itself, then the other parts of a law that is kept in several files (民法典). */
function ownTexts(own: InstrumentText, index: InstrumentIndex): Held {
  const parts = index.textsOf(own.title).filter((t) => t.date === own.date && t.documentId !== own.documentId);
  return { texts: [own, ...parts], reason: null, later: false };
}

/**
 * The texts of the version in force at the citing document's date; several when one version is held in parts. The version
 * that an amendment makes (`new`) is the first that is not older than it.
 */
function heldTexts(
  doc: ParsedDocument,
  mention: CitationMention,
  index: InstrumentIndex,
  version: 'in force' | 'new',
): Held {
  const texts = index.textsOf(mention.target);
  const entries = index.entriesOf(mention.target);
  const entry = entries.length === 1 ? entries[0] : undefined;
  const isLater = (date: string | null | undefined): boolean => doc.date !== null && date != null && date > doc.date;
  if (mention.role === 'PROMOTES' && entry !== undefined && isLater(entry.date)) return missing('not_yet_issued');
  if (texts.length === 0) {
    if (mention.rule === 'book.ambiguous' || entries.length > 1) return missing('ambiguous');
    if (entry?.status === 'planned') return missing('planned');
    return missing(isLater(entry?.date) ? 'not_yet_issued' : 'not_held');
  }
  if (isLater(entry?.date)) return missing('not_yet_issued');
  const inTime = texts.filter((t) => !isLater(t.date));
  const made = version === 'new' ? texts.find((t) => (t.date ?? '') >= (doc.date ?? '')) : undefined;
  const date = (made ?? inTime.at(-1) ?? texts[0])?.date ?? null;
  return {
    texts: texts.filter((t) => t.date === date),
    reason: null,
    // What an amendment adds or takes away is not in every version: its lack in the one held is no error.
    later: inTime.length === 0 || version === 'new' || mention.role === 'AMENDS',
  };
}

function resolveUnit(unit: CitedUnit, law: string, held: Held, own: InstrumentText | null): ResolvedUnit {
  const { article } = unit;
  if (article === null || held.reason !== null) return { ...unit, targetId: law, reason: held.reason };
  const having = held.texts.filter((t) => Object.hasOwn(t.articles, article));
  const text = having.find((t) => t === own) ?? having[0];
  if (text === undefined) return { ...unit, targetId: law, reason: held.later ? 'not_held' : 'no_such_article' };
  if (having.length > 1 && text !== own) return { ...unit, targetId: law, reason: 'ambiguous' };
  const path = provisionPath(unit, text.articles[article] ?? []);
  if (typeof path === 'string') return { ...unit, targetId: provisionId(text.documentId, path), reason: null };
  return { ...unit, targetId: law, reason: held.later ? 'not_held' : path.reason };
}
