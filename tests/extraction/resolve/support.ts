/** Resolved citations as short lines. */
import type { LawLexicon } from '#extraction/citations/lexicon.ts';
import { createInstrumentIndex, instrumentOf } from '#extraction/resolve/instruments.ts';
import { placeOf } from '#extraction/resolve/place.ts';
import { resolveCitations } from '#extraction/resolve/resolve.ts';
import type { InstrumentText, ResolvedCitation } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { laws, mentionsOf } from '../citations/support.ts';

/** A held text: 条 → 项 of each 款. */
export const held = (
  title: string,
  date: string | null,
  articles: Record<string, number[]>,
  documentId = `law/${title}@${date ?? 'undated'}`,
): InstrumentText => ({ title, documentId, date, rank: '法律', issuer: null, articles });

export function resolve(
  doc: ParsedDocument,
  texts: readonly InstrumentText[] = [],
  lexicon: LawLexicon = laws,
): ResolvedCitation[] {
  const own = instrumentOf(doc);
  return resolveCitations(
    doc,
    mentionsOf(doc),
    createInstrumentIndex([...texts, ...(own === null ? [] : [own])], lexicon),
  );
}

/** Targets of one mention, without the document's own id; `law: reason` where a unit is not reached. */
export const targets = (doc: ParsedDocument, citation: ResolvedCitation): string[] =>
  citation.resolved.map((unit) => {
    const id = unit.targetId.startsWith(`${doc.id}/`) ? unit.targetId.slice(doc.id.length + 1) : unit.targetId;
    return unit.reason === null ? id : `${id}: ${unit.reason}`;
  });

/** What the words of one 条 lead to: `前款 → art_5/par_1`. */
export const inArticle = (doc: ParsedDocument, article: string, texts: readonly InstrumentText[] = []): string[] =>
  resolve(doc, texts)
    .filter((c) => placeOf(doc, c.start).article === article)
    .map((c) => `${doc.clean.text.slice(c.start, c.fullEnd)} → ${targets(doc, c).join(' ')}`);
