/** The texts of laws that are held, as resolution needs them: plain data that crosses threads and is kept in the database. */
import { pathStep } from '#model/ids.ts';
import type { ArticleShape, InstrumentText } from '#model/mentions.ts';
import type { ParsedDocument, StructureUnit } from '#model/structure.ts';
import type { LawEntry, LawLexicon } from '../citations/lexicon.ts';
import { titleKey } from '../citations/title-key.ts';
import { canonicalTitle } from '../text/title.ts';

const INSTRUMENTS: ReadonlySet<ParsedDocument['kind']> = new Set(['statute', 'amendment', 'interpretation', 'policy']);

/** An article number that comes twice is the first one's: only that has the plain path. */
const isFirst = (unit: StructureUnit): boolean =>
  unit.level === 'article' && unit.number !== null && unit.path === pathStep('article', unit.number);

/** 条 → the number of 项 of each of its 款. 条 without 款 count as one 款. */
function shapesOf(doc: ParsedDocument): Record<string, ArticleShape> {
  const shapes: Record<string, number[]> = {};
  const { units } = doc;
  for (const unit of units) {
    if (isFirst(unit)) shapes[unit.number ?? ''] ??= [];
  }
  for (const unit of units) {
    if (unit.number === null || (unit.level !== 'paragraph' && unit.level !== 'item')) continue;
    const parent = units[unit.parent];
    const article = parent?.level === 'paragraph' ? units[parent.parent] : parent;
    const shape = article !== undefined && isFirst(article) ? shapes[article.number ?? ''] : undefined;
    if (shape === undefined) continue;
    const paragraph =
      unit.level === 'paragraph' ? Number(unit.number) : Number(parent?.level === 'paragraph' ? parent.number : 1);
    while (shape.length < paragraph) shape.push(0);
    if (unit.level === 'item') shape[paragraph - 1] = Math.max(shape[paragraph - 1] ?? 0, Number(unit.number));
  }
  return shapes;
}

/** The text of an instrument, or null when the document is none: news, a case, a page. */
export function instrumentOf(doc: ParsedDocument): InstrumentText | null {
  if (!INSTRUMENTS.has(doc.kind)) return null;
  return {
    title: canonicalTitle(doc.title),
    documentId: doc.id,
    date: doc.date,
    rank: doc.rank,
    issuer: doc.issuer,
    articles: shapesOf(doc),
  };
}

/** 最高人民法院关于X and 关于X name one instrument when no other issuer's 关于X is held. */
const withoutIssuer = (title: string): string => title.replace(/^[\u4e00-\u9fff、]{2,60}?(?=关于)/, '');

export interface InstrumentIndex {
  /** Texts held of a title, oldest first, undated ones first of all. A title that begins with 关于 may lack its issuer. */
  readonly textsOf: (title: string) => readonly InstrumentText[];
  readonly textOfDocument: (documentId: string) => InstrumentText | null;
  /** What the lexicon knows of a title. */
  readonly entriesOf: (title: string) => readonly LawEntry[];
}

/** Index of all texts held. The order in which they come does not matter. */
export function createInstrumentIndex(texts: Iterable<InstrumentText>, laws: LawLexicon): InstrumentIndex {
  const byTitle = new Map<string, InstrumentText[]>();
  const byDocument = new Map<string, InstrumentText>();
  for (const text of texts) {
    byDocument.set(text.documentId, text);
    const key = titleKey(text.title);
    byTitle.set(key, [...(byTitle.get(key) ?? []), text]);
  }
  const byMatter = new Map<string, Set<string>>();
  for (const [key, list] of byTitle) {
    const matter = titleKey(withoutIssuer(list[0]?.title ?? ''));
    if (matter !== key) byMatter.set(matter, (byMatter.get(matter) ?? new Set()).add(key));
  }
  for (const list of byTitle.values()) {
    list.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.documentId.localeCompare(b.documentId));
  }
  return {
    textsOf: (title) => {
      const key = titleKey(title);
      const [only, second] = byMatter.get(key) ?? [];
      return byTitle.get(key) ?? (only !== undefined && second === undefined ? (byTitle.get(only) ?? []) : []);
    },
    textOfDocument: (id) => byDocument.get(id) ?? null,
    entriesOf: (title) => laws.find(title),
  };
}
