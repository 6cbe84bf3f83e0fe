/** One document's nodes and relationships, every one with the sentence that proves it. */
import type { LawNode, SourceNode } from '#model/entities.ts';
import type { Finding, GraphFragment } from '#model/graph.ts';
import type { ResolvedCitation } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { rawSpan } from '../text/clean.ts';
import { canonicalTitle } from '../text/title.ts';
import { type Assembly, createAssembly, isInstrumentText, NodeSet } from './assembly.ts';
import { citationFindings, linkCitation } from './citations.ts';
import { keyOf } from './digest.ts';
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
  const nodes = new NodeSet();

  for (const source of sources) {
    nodes.add(source);
    assembly.relations.add({ type: 'COPY_OF', from: keyOf(source.id), to: assembly.key });
  }
  nodes.add({
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
  linkParts(assembly, nodes);
  linkSubject(assembly, extraction, nodes);
  for (const law of extraction.laws) nodes.add(law);
  for (const citation of extraction.citations) linkCitation(assembly, citation);
  for (const entity of extraction.entities) linkEntity(assembly, entity, nodes);
  linkDuties(assembly, extraction.duties, nodes);

  const start = primary?.start ?? 0;
  return {
    documentId: doc.id,
    text: rawText.slice(start, primary?.end ?? rawText.length),
    textOffset: start,
    nodes: nodes.all(),
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

const linkParts = ({ doc, key, places, relations }: Assembly, nodes: NodeSet): void => {
  /** Children so far of each unit; of the document last. */
  const children = new Uint32Array(places.length + 1);
  for (const [index, provision] of provisionNodes(doc, places).entries()) {
    nodes.addOwn(provision);
    const parent = doc.units[index]?.parent ?? -1;
    const slot = parent < 0 ? places.length : parent;
    const order = children[slot] ?? 0;
    children[slot] = order + 1;
    const to = places[index]?.key ?? key;
    relations.add({ type: 'HAS_PART', from: places[parent]?.key ?? key, to, order });
  }
};

/** TEXT_OF the law whose text this is, or REPORTS_ON the one the news is about. */
const linkSubject = (assembly: Assembly, extraction: DocumentExtraction, nodes: NodeSet): void => {
  const { doc, key, relations, evidence } = assembly;
  const { report } = extraction;
  if (report !== null) {
    relations.add({
      type: 'REPORTS_ON',
      from: key,
      to: assembly.lawKey(report.title),
      evidence: evidence(report.evidence, 'report.issue'),
    });
  }
  if (!isInstrumentText(doc)) return;
  const title = canonicalTitle(doc.title);
  const law = assembly.lawKey(title);
  nodes.add({
    label: 'Law',
    id: law.id,
    name: title,
    title,
    shortTitles: [...extraction.ownShortTitles],
    rank: doc.rank,
    status: 'in_force',
    issuer: doc.issuer,
    date: doc.date,
    extent: null,
  });
  const titleSpan = titleIn(doc);
  if (titleSpan === null) return;
  relations.add({ type: 'TEXT_OF', from: key, to: law, evidence: evidence(titleSpan, 'document.title') });
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
