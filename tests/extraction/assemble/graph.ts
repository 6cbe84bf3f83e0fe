/** The graph of a text, as the pipeline gives it, with the real lexicon. */
import { createContext, instrumentsOf } from '#extraction/context.ts';
import { assembleFragment, extractDocument, parseFile } from '#extraction/pipeline.ts';
import { loadLexicon } from '#io/load-lexicon.ts';
import type { GraphFragment } from '#model/graph.ts';

const lexicon = await loadLexicon();

export interface Assembled {
  readonly raw: string;
  readonly fragment: GraphFragment;
}

/** The graphs of several files that know of each other. */
export const assembleAll = (texts: Readonly<Record<string, string>>): Assembled[] => {
  const parsed = Object.entries(texts).map(([path, text]) => ({
    text,
    file: parseFile({ path, text, sha256: 'ab', encoding: 'utf-8' }),
  }));
  const context = createContext(
    lexicon,
    parsed.flatMap(({ file }) => instrumentsOf(file)),
  );
  return parsed.flatMap(({ text, file }) =>
    file.documents.map((doc) => ({
      raw: text,
      fragment: assembleFragment(doc, file.sources, extractDocument(doc, context), text),
    })),
  );
};

export const assemble = (text: string, path = 'x.md'): Assembled => {
  const [only] = assembleAll({ [path]: text });
  if (only === undefined) throw new Error('every file has a document');
  return only;
};

/** `CITES 第一条 → law/刑法` for every relationship of the types asked for. */
export const relations = ({ fragment }: Assembled, ...types: string[]): string[] => {
  const names = new Map(fragment.nodes.map((node) => [node.id, node.name]));
  return fragment.relations
    .filter(({ type }) => types.includes(type))
    .map(({ type, from, to, citation }) => {
      const unit = citation?.article == null ? '' : ` 第${citation.article}条`;
      return `${type} ${names.get(from) ?? from} → ${to}${unit}${citation?.reason == null ? '' : ` (${citation.reason})`}`;
    });
};
