/** One document's nodes and relationships, every one with the sentence that proves it. */
import type { GraphNode, LawNode, SourceNode } from '#model/entities.ts';
import type { Finding, GraphFragment } from '#model/graph.ts';
import { lawId } from '#model/ids.ts';
import type { ResolvedCitation } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { rawSpan } from '../text/clean.ts';
import { canonicalTitle } from '../text/title.ts';
import { type Assembly, createAssembly, isInstrumentText } from './assembly.ts';
import { citationFindings, linkCitation } from './citations.ts';
import type { DocumentExtraction } from './extraction.ts';
import { textHash } from './hash.ts';
import { linkDuties, linkEntity } from './named.ts';
import { provisionNodes } from './provisions.ts';
import type { Span } from './sentences.ts';

/**
 * Assembles the graph of one document. Offsets of all evidence are into `rawText`, the decoded file of `sources[0]`,
 * whose quotes are cut from it, so `rawText.slice(start, end) === quote` by construction.
 */
export const assembleFragment = (
  doc: ParsedDocument,
  sources: readonly SourceNode[],
  extraction: DocumentExtraction,
  rawText: string,
): GraphFragment => {
  const primary = sources[0];
  const sourceId = primary?.id ?? '';
  const assembly = createAssembly(doc, sourceId, rawText);
  const nodes = new Map<string, GraphNode>();
  const put = (node: GraphNode): void => void (nodes.has(node.id) || nodes.set(node.id, node));

  for (const source of sources) {
    put(source);
    assembly.relations.add({ type: 'COPY_OF', from: source.id, to: doc.id });
  }
  put({
    label: 'Document',
    id: doc.id,
    name: doc.title,
    title: doc.title,
    kind: doc.kind,
    issuer: doc.issuer,
    date: doc.date,
    rank: doc.rank,
    chars: doc.clean.text.length,
    sourceId,
    textHash: textHash(doc),
  });
  linkParts(assembly, put);
  linkSubject(assembly, extraction, put);
  for (const law of extraction.laws) put(law);
  for (const citation of extraction.citations) linkCitation(assembly, citation);
  for (const entity of extraction.entities) linkEntity(assembly, entity, put);
  linkDuties(assembly, extraction.duties, put);

  const start = primary?.start ?? 0;
  return {
    documentId: doc.id,
    text: rawText.slice(start, primary?.end ?? rawText.length),
    textOffset: start,
    nodes: [...nodes.values()],
    relations: assembly.relations.all(),
    findings: [...mapFindings(doc), ...citationFindings(assembly, extraction.citations)],
    namedLaws: namedLaws(extraction.laws, extraction.citations),
  };
};

const namedLaws = (laws: readonly LawNode[], citations: readonly ResolvedCitation[]): string[] =>
  [...new Set([...laws.map((law) => law.title), ...citations.map((citation) => citation.target)])].sort();

const mapFindings = (doc: ParsedDocument): Finding[] =>
  doc.findings.map((found) => {
    if (found.start === null || found.end === null) return found;
    return { ...found, ...rawSpan(doc.clean, found.start, found.end) };
  });

const linkParts = ({ doc, relations }: Assembly, put: (node: GraphNode) => void): void => {
  const provisions = provisionNodes(doc);
  const siblings = new Map<number, number>();
  provisions.forEach((provision, index) => {
    put(provision);
    const parent = doc.units[index]?.parent ?? -1;
    const order = siblings.get(parent) ?? 0;
    siblings.set(parent, order + 1);
    relations.add({ type: 'HAS_PART', from: provisions[parent]?.id ?? doc.id, to: provision.id, order });
  });
};

/** TEXT_OF the law whose text this is, or REPORTS_ON the one the news is about. */
const linkSubject = (assembly: Assembly, extraction: DocumentExtraction, put: (node: GraphNode) => void): void => {
  const { doc, relations, evidence } = assembly;
  const { report } = extraction;
  if (report !== null) {
    relations.add({
      type: 'REPORTS_ON',
      from: doc.id,
      to: lawId(report.title),
      evidence: evidence(report.evidence, 'report.issue'),
    });
  }
  if (!isInstrumentText(doc)) return;
  const title = canonicalTitle(doc.title);
  put({
    label: 'Law',
    id: lawId(title),
    name: title,
    title,
    shortTitles: [],
    rank: doc.rank,
    status: 'in_force',
    issuer: doc.issuer,
    date: doc.date,
    extent: null,
  });
  const titleSpan = titleIn(doc);
  if (titleSpan === null) return;
  relations.add({ type: 'TEXT_OF', from: doc.id, to: lawId(title), evidence: evidence(titleSpan, 'document.title') });
};

/** Where the title is printed; the first line of the body serves when the title is only the file's name. */
const titleIn = (doc: ParsedDocument): Span | null => {
  const { text } = doc.clean;
  if (text === '') return null;
  const at = text.slice(0, 2000).indexOf(doc.title);
  if (at >= 0 && doc.title !== '') return { start: at, end: at + doc.title.length };
  const feed = text.indexOf('\n');
  return { start: 0, end: Math.min(feed < 0 ? text.length : feed, 200) };
};
