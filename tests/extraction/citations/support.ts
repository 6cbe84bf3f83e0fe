/** Citations of a text as short lines, with the lexicon of the project. */
import { fileURLToPath } from 'node:url';
import { findCitations } from '#extraction/citations/find.ts';
import { compileLawLexicon, LawEntry, type LawLexicon, NotName } from '#extraction/citations/lexicon.ts';
import { parseFile } from '#extraction/pipeline.ts';
import { readJsonLinesOf } from '#io/jsonl.ts';
import type { CitationMention } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';

const FOLDER = fileURLToPath(new URL('../../../graph-data/lexicon/', import.meta.url));

export const laws: LawLexicon = compileLawLexicon({
  laws: await readJsonLinesOf(FOLDER, /^laws-(?!not-names).*\.jsonl$/, LawEntry),
  notNames: await readJsonLinesOf(FOLDER, /^laws-not-names\.jsonl$/, NotName),
});

const HEAD = '<!-- INFO END -->';

/** A document of a title and a body; `history` stands between them as in a printed law. */
export function document(title: string, body: string, history = ''): ParsedDocument {
  const text = [`# ${title}`, history, HEAD, body].join('\n\n');
  const [doc] = parseFile({ path: `${title}.md`, text, sha256: '0'.repeat(64), encoding: 'utf-8' }).documents;
  if (doc === undefined) throw new Error('no document');
  return doc;
}

export const mentionsOf = (doc: ParsedDocument): CitationMention[] => findCitations(doc, laws);

/** Mentions of a sentence in an ordinary departmental rule. */
export function cite(sentence: string): { doc: ParsedDocument; mentions: CitationMention[] } {
  const doc = document('测试管理办法', `第一条 ${sentence}`);
  return { doc, mentions: mentionsOf(doc) };
}

/** `名称 → 标题 [条] ` of every mention, in text order. */
export function lines(sentence: string): string[] {
  const { doc, mentions } = cite(sentence);
  return mentions.map((m) => line(doc, m));
}

export function line(doc: ParsedDocument, m: CitationMention): string {
  const articles = m.articles.length === 0 ? '' : ` [${m.articles.join(' ')}]`;
  return `${doc.clean.text.slice(m.start, m.end)} → ${m.target}${articles}`;
}
