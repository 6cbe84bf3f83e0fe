/** The stages of extraction in order. Pure: text in, graph out; nothing here reads a file, a clock or a database. */
import type { SourceNode } from '#model/entities.ts';
import type { ExtractionLine } from '#model/extraction.ts';
import type { GraphFragment } from '#model/graph.ts';
import { documentId, lawTextId, sourceId } from '#model/ids.ts';
import type { ParsedDocument } from '#model/structure.ts';
import type { DocumentExtraction } from './assemble/extraction.ts';
import { assembleFragment as assemble } from './assemble/fragment.ts';
import { type HashedText, textHash } from './assemble/hash.ts';
import { lawNodes, shortTitlesOf } from './assemble/laws.ts';
import { toExtractionLines } from './assemble/lines.ts';
import { findReport } from './assemble/report.ts';
import { findCitations } from './citations/find.ts';
import type { LawLexicon } from './citations/lexicon.ts';
import { findDuties } from './duties/find.ts';
import type { DutyLexicon } from './duties/lexicon.ts';
import { findEntities } from './entities/find.ts';
import type { EntityLexicon } from './entities/lexicon.ts';
import type { InstrumentIndex } from './resolve/instruments.ts';
import { resolveCitations } from './resolve/resolve.ts';
import { classify, fullTitle } from './structure/classify.ts';
import { readHeader } from './structure/header.ts';
import { hasArticleLines, splitBody } from './structure/split.ts';
import { cleanRanges } from './text/clean.ts';
import { type Copy, findCopies, imprint } from './text/copies.ts';
import { canonicalTitle } from './text/title.ts';

export interface FileInput {
  /** Relative to the imported root, with forward slashes. */
  readonly path: string;
  /** As decoded, uncleaned. */
  readonly text: string;
  readonly sha256: string;
  readonly encoding: string;
}

export interface ParsedFile {
  readonly sources: readonly SourceNode[];
  readonly documents: readonly ParsedDocument[];
}

const BODY_HEAD = 3000;
const INSTRUMENT_KINDS: ReadonlySet<ParsedDocument['kind']> = new Set([
  'statute',
  'amendment',
  'interpretation',
  'policy',
]);

const NO_IMPRINT = { publisher: null, publishedAt: null };

const wholeFile = (text: string): Copy => ({
  start: 0,
  end: text.length,
  ranges: [{ start: 0, end: text.length }],
  ...(/来源\s?[:：]/.test(text.slice(0, 600)) ? imprint(text.slice(0, 600), '') : NO_IMPRINT),
});

/** Who published the copy and when, as a reader would name it; the file's name when the copy does not say. */
const sourceName = (path: string, { publisher, publishedAt }: Copy): string =>
  publisher === null ? (path.split('/').at(-1) ?? path) : [publisher, publishedAt ?? ''].join(' ').trim();

/** Finds the text of a file, however many copies of it there are, cleans and splits it. Never throws. */
export const parseFile = (input: FileInput): ParsedFile => {
  const copies = findCopies(input.text) ?? [wholeFile(input.text)];
  const sources = copies.map(
    (copy, index): SourceNode => ({
      label: 'Source',
      id: sourceId(input.path, index + 1),
      name: sourceName(input.path, copy),
      path: input.path,
      copy: index + 1,
      publisher: copy.publisher,
      publishedAt: copy.publishedAt,
      sha256: input.sha256,
      encoding: input.encoding,
      start: copy.start,
      end: copy.end,
    }),
  );
  return { sources, documents: [parseCopy(input, copies[0] ?? wholeFile(input.text))] };
};

/**
 * `law/民法典@2020-05-28`; a part kept in a file of its own adds its name, a text without a date the start of its hash:
 * both rules need no other file, so the order of import does not matter.
 */
const instrumentId = (doc: HashedText, title: string, date: string | null, part: string | null): string => {
  const base = lawTextId(canonicalTitle(title), date);
  if (part !== null) return `${base}~${part.replace(/\s+/g, '')}`;
  return date === null ? `${base}~${textHash(doc).slice(0, 8)}` : base;
};

const parseCopy = (input: FileInput, copy: Copy): ParsedDocument => {
  const clean = cleanRanges(input.text, copy.ranges);
  const { text } = clean;
  const header = readHeader(text, input.path);
  const hasArticles = hasArticleLines(text, header.bodyStart);
  const { kind, rank, issuer } = classify(
    header,
    text.slice(header.bodyStart, header.bodyStart + BODY_HEAD),
    hasArticles,
  );
  const bodyStart = kind === 'news' ? header.titleStart : header.bodyStart;
  const { units, findings } = splitBody(text, bodyStart, kind, hasArticles);
  const date = header.date ?? copy.publishedAt?.slice(0, 10) ?? null;
  const hashed = { clean, bodyStart };
  const title = fullTitle(header, kind);
  const id = INSTRUMENT_KINDS.has(kind) ? instrumentId(hashed, title, date, header.part) : documentId(textHash(hashed));
  return { id, title, kind, rank, issuer, date, clean, bodyStart, units, findings };
};

/** What extraction needs to know of the world: the lexicon, and the instruments whose texts are held. */
export interface ExtractionContext {
  readonly lexicon: Lexicon;
  readonly instruments: InstrumentIndex;
}

export interface Lexicon {
  readonly laws: LawLexicon;
  readonly entities: EntityLexicon;
  readonly duties: DutyLexicon;
}

/** Finds and resolves everything in one document. Deterministic: the same document and context give the same result. */
export const extractDocument = (doc: ParsedDocument, context: ExtractionContext): DocumentExtraction => {
  const { lexicon, instruments } = context;
  const mentions = findCitations(doc, lexicon.laws);
  const citations = resolveCitations(doc, mentions, instruments);
  const entities = findEntities(doc, lexicon.entities, mentions);
  const duties = findDuties(doc, lexicon.duties, entities, mentions);
  const report = findReport(doc);
  const laws = lawNodes(citations, duties, report, lexicon.laws, instruments);
  const ownShortTitles = shortTitlesOf(canonicalTitle(doc.title), lexicon.laws);
  return { citations, entities, duties, laws, report, ownShortTitles };
};

/** The graph of one document; see assemble/fragment.ts. */
export const assembleFragment = (
  doc: ParsedDocument,
  sources: readonly SourceNode[],
  extraction: DocumentExtraction,
  rawText: string,
): GraphFragment => assemble(doc, sources, extraction, rawText);

/** The lines of the `extract` command for one document. */
export const toLines = (
  file: string,
  doc: ParsedDocument,
  extraction: DocumentExtraction,
  rawText: string,
): ExtractionLine[] => toExtractionLines(file, doc, extraction, rawText);
