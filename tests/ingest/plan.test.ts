import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDocuments, planImport } from '#ingest/plan.ts';
import type { FileRecord } from '#ingest/writer-port.ts';

const file = (path: string, ...documents: [id: string, text: string][]): FileRecord => ({
  path,
  sha256: path,
  encoding: 'utf-8',
  extractor: '1',
  root: 'r',
  place: path,
  documents: documents.map(([parsedId, textHash]) => ({
    parsedId,
    title: parsedId,
    textHash,
    sources: [
      {
        label: 'Source',
        id: `source/${path}#1`,
        name: path,
        path,
        copy: 1,
        publisher: null,
        publishedAt: null,
        sha256: path,
        encoding: 'utf-8',
        start: 0,
        end: 1,
      },
    ],
    instrument: parsedId.startsWith('law/')
      ? { title: parsedId.slice(4), documentId: parsedId, date: null, rank: '法律', issuer: null, articles: { 1: [0] } }
      : null,
  })),
});
const shape = (files: FileRecord[]) =>
  [...planDocuments(files).values()]
    .map(({ id, path, sources }) => [id, path, sources.map((source) => source.path)])
    .sort();

describe('the documents a set of files holds', () => {
  it('merges the same text in two folders into one document with two sources', () => {
    expect(shape([file('行政法规/x.md', ['law/x@1', 'A']), file('社会法/x.md', ['law/x@1', 'A'])])).toEqual([
      ['law/x@1', '社会法/x.md', ['社会法/x.md', '行政法规/x.md']],
    ]);
  });

  it('takes the dated capture of a text before an undated one', () => {
    expect(shape([file('a.md', ['law/x@undated', 'A']), file('b.md', ['law/x@2020-01-01', 'A'])])).toEqual([
      ['law/x@2020-01-01', 'b.md', ['b.md', 'a.md']],
    ]);
  });

  it('tells different texts of one id apart by their hash', () => {
    expect(shape([file('b.md', ['law/x@1', 'bbbbbbbbbb']), file('a.md', ['law/x@1', 'aaaaaaaaaa'])])).toEqual([
      ['law/x@1', 'a.md', ['a.md']],
      ['law/x@1~bbbbbbbb', 'b.md', ['b.md']],
    ]);
  });

  it('does not depend on the order of files', () => {
    const files = fc.uniqueArray(
      fc.record({
        path: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        id: fc.constantFrom('law/x@1', 'law/x@undated', 'doc/y'),
        text: fc.constantFrom('A', 'B', 'C'),
      }),
      { selector: ({ path }) => path },
    );
    fc.assert(
      fc.property(files, (specs) => {
        const records = specs.map(({ path, id, text }) => file(path, [id, text]));
        expect(shape(records.toReversed())).toEqual(shape(records));
      }),
    );
  });
});

describe('what an import has to do', () => {
  const stored = (files: FileRecord[]) => {
    const before = planDocuments(files);
    return { before, documents: new Set(before.keys()), unfinished: new Set<string>() };
  };
  const ids = (before: FileRecord[], after: FileRecord[], reread: string[] = []) => {
    const { before: old, ...state } = stored(before);
    const { write, remove, changedLaws } = planImport(old, planDocuments(after), state, new Set(reread));
    return { write: write.map(({ id }) => id), remove, changedLaws };
  };
  const [a, b] = [file('a.md', ['law/x', 'A']), file('b.md', ['doc/1', 'B'])];

  it('is nothing for files that are as they were', () => {
    expect(ids([a, b], [a, b])).toEqual({ write: [], remove: [], changedLaws: [] });
  });
  it('is the new document, and who names its law must be resolved again', () => {
    expect(ids([b], [a, b])).toEqual({ write: ['law/x'], remove: [], changedLaws: ['x'] });
  });
  it('is to remove what no file holds any more', () => {
    expect(ids([a, b], [b])).toEqual({ write: [], remove: ['law/x'], changedLaws: ['x'] });
  });
  it('is to write a document again when the file its offsets point into is another', () => {
    const copy = file('0.md', ['law/x', 'A']);
    expect(ids([a], [a, copy]).write).toEqual(['law/x']);
    expect(ids([a, copy], [a]).write).toEqual(['law/x']);
  });
  it('is to write what an interrupted import left', () => {
    const { before, documents } = stored([a, b]);
    const plan = planImport(before, planDocuments([a, b]), { documents, unfinished: new Set(['doc/1']) }, new Set());
    expect(plan.write.map(({ id }) => id)).toEqual(['doc/1']);
  });
  it('is to write a document again when its file was changed, even when the text looks the same', () => {
    expect(ids([a, b], [a, b], ['b.md']).write).toEqual(['doc/1']);
  });
});
