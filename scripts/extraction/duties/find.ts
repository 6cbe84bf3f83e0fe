/** Duties of one document: what must, must not, may or is encouraged to be done, clause by clause. */
import type { CitationMention, DutyMention, EntityMention } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { type Block, outline } from '../clauses/outline.ts';
import { DutyChain } from './chain.ts';
import { fieldsOf } from './fields.ts';
import type { DutyLexicon } from './lexicon.ts';
import { Organs } from './organ-table.ts';
import type { Bearer } from './state.ts';
import { statesDuties, styleOf } from './style.ts';

/** Mentions that lie in [from, to); `mentions` sorted by start. */
const within = (mentions: readonly EntityMention[], from: number, to: number): EntityMention[] => {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found: EntityMention[] = [];
  for (let i = low; i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start >= to) break;
    if (mention.end <= to) found.push(mention);
  }
  return found;
};

/** The whole of the work is no topic. */
const GENERAL: ReadonlySet<string> = new Set(['法律监督', '司法办案']);

/** The one function that is named, beside the work as a whole; none when there are several. */
const topicOf = (mentions: readonly EntityMention[]): readonly string[] => {
  const named = mentions.filter((mention) => mention.type === 'function').flatMap((mention) => mention.canonical);
  const functions = [...new Set(named)].filter((name) => !GENERAL.has(name));
  return functions.length === 1 ? functions : [];
};

/** Rule F4: the one function a heading, or the first clause of a numbered unit, names is the topic of what follows. */
const topics = (
  text: string,
  blocks: readonly Block[],
  entities: readonly EntityMention[],
): { from: number; functions: readonly string[] }[] => {
  if (!entities.some((entity) => entity.type === 'function')) return [];
  const found: { from: number; functions: readonly string[] }[] = [];
  for (const block of blocks) {
    if (!block.heading && !block.opensItem && !block.numbered) continue;
    const stop = block.heading ? -1 : text.slice(block.start, block.end).search(/[。，,；;]/);
    const end = stop < 0 ? block.end : block.start + stop;
    found.push({ from: block.start, functions: topicOf(within(entities, block.start, end)) });
  }
  return found;
};

/**
 * Finds the duties of a document. Spans never overlap and are sorted; offsets are into the clean text. `entities` and
 * `citations` are those found in it. Never throws; linear in the text.
 */
export const findDuties = (
  doc: ParsedDocument,
  lexicon: DutyLexicon,
  entities: readonly EntityMention[],
  _citations: readonly CitationMention[],
): DutyMention[] => {
  if (!statesDuties(doc)) return [];
  const { text } = doc.clean;
  const blocks = outline(doc);
  const style = styleOf(doc);
  const chain = new DutyChain(
    { text, lexicon, orders: style.imperative || style.report },
    new Organs(text.length, entities),
    style,
    titleActor(doc, entities),
  );
  for (const block of blocks) chain.block(block);
  const sections = style.report ? [] : topics(text, blocks, entities);
  let section = -1;
  return chain.drafts().map((draft) => {
    while ((sections[section + 1]?.from ?? Number.POSITIVE_INFINITY) <= draft.start) section++;
    const { setting } = draft;
    const set = setting === null ? [] : topicOf(within(entities, setting.start, setting.end));
    const topic = set.length > 0 ? set : (sections[section]?.functions ?? []);
    const named = draft.bearerSpan === null ? [] : within(entities, draft.bearerSpan.start, draft.bearerSpan.end);
    const inside = within(entities, draft.start, draft.end);
    const { bearers, functions, laws, crimes, aspect } = fieldsOf(text, draft, inside, named, topic, lexicon);
    const { start, end, modality, bearer, rule } = draft;
    return { start, end, modality, bearer, rule, bearers, functions, laws, crimes, aspect };
  });
};

/** 关于检察机关…的意见, 关于加强新时代检察机关…工作的意见: the actor whose work the title is about, after its issuer. */
const titleActor = (doc: ParsedDocument, entities: readonly EntityMention[]): Bearer | null => {
  const { text } = doc.clean;
  const titleEnd = text.slice(0, doc.bodyStart).indexOf(doc.title) + doc.title.length;
  const about = text.slice(0, titleEnd).lastIndexOf('关于');
  if (about < 0) return null;
  const organ = entities.find((entity) => entity.type === 'organ' && entity.start > about && entity.end <= titleEnd);
  if (organ === undefined || '对向与和同、'.includes(text[organ.start - 1] ?? '')) return null;
  return { name: text.slice(organ.start, organ.end), span: organ };
};
