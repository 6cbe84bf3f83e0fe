/** Runs extraction over a gold set's documents, and writes what it found in the gold's own format. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, instrumentsOf } from '#extraction/context.ts';
import { extractDocument, type Lexicon, parseFile, toLines } from '#extraction/pipeline.ts';
import { readTextFile } from '#io/read-file.ts';
import type { CitationLine, DutyLine, EntityLine, ExtractionLine } from '#model/extraction.ts';
import type { GoldDocument } from './gold.ts';

export interface Predictions {
  readonly citations: readonly (CitationLine & { readonly doc: string })[];
  readonly duties: readonly (DutyLine & { readonly doc: string })[];
  readonly entities: readonly (EntityLine & { readonly doc: string })[];
  readonly texts: ReadonlyMap<string, string>;
  /** Of the documents: figures are compared between equal sets only. */
  readonly fingerprint: string;
}

/** Extracts every document; they resolve against each other and the lexicon, as `npm run extract` does. */
export const predict = async (documents: readonly GoldDocument[], lexicon: Lexicon): Promise<Predictions> => {
  const texts = new Map<string, string>();
  const files = [];
  const hash = createHash('sha256');
  for (const { doc, location } of documents) {
    const content = await readTextFile(location);
    texts.set(doc, content.text);
    hash.update(`${doc} ${content.sha256}\n`);
    files.push({ doc, content, parsed: parseFile({ path: `${doc}.md`, ...content }) });
  }
  const context = createContext(
    lexicon,
    files.flatMap(({ parsed }) => instrumentsOf(parsed)),
  );
  const lines: (ExtractionLine & { doc: string })[] = [];
  for (const { doc, content, parsed } of files) {
    for (const part of parsed.documents) {
      const found = toLines(doc, part, extractDocument(part, context), content.text);
      lines.push(...found.map((line) => ({ ...line, doc })));
    }
  }
  return {
    citations: lines.filter((line) => line.kind === 'citation'),
    duties: lines.filter((line) => line.kind === 'duty'),
    entities: lines.filter((line) => line.kind === 'entity'),
    texts,
    fingerprint: hash.digest('hex').slice(0, 16),
  };
};

const jsonl = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** citations.jsonl, duties.jsonl and entities.jsonl for the gold's own scorers. */
export const writePredictions = async (folder: string, predictions: Predictions): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const name of ['citations', 'duties', 'entities'] as const) {
    await writeFile(join(folder, `${name}.jsonl`), jsonl(predictions[name]));
  }
};
