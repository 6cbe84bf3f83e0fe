/** Texts to duties and entities, with the committed lexicon. */
import { findCitations } from '#extraction/citations/find.ts';
import { findDuties } from '#extraction/duties/find.ts';
import { findEntities } from '#extraction/entities/find.ts';
import { parseFile } from '#extraction/pipeline.ts';
import { loadLexicon } from '#io/load-lexicon.ts';
import type { DutyMention, EntityMention } from '#model/mentions.ts';

const lexicon = await loadLexicon();

export interface Extracted {
  readonly text: string;
  readonly duties: readonly DutyMention[];
  readonly entities: readonly EntityMention[];
}

export const extract = (raw: string): Extracted => {
  const [doc] = parseFile({ path: 'text.txt', text: raw, sha256: '', encoding: 'utf-8' }).documents;
  if (doc === undefined) return { text: '', duties: [], entities: [] };
  const citations = findCitations(doc, lexicon.laws);
  const entities = findEntities(doc, lexicon.entities, citations);
  return { text: doc.clean.text, duties: findDuties(doc, lexicon.duties, entities, citations), entities };
};

/** One line per duty: `modality bearer: span`, — for no bearer. */
export const dutyLines = (raw: string): string[] => {
  const { text, duties } = extract(raw);
  return duties.map((duty) => `${duty.modality} ${duty.bearer ?? '—'}: ${text.slice(duty.start, duty.end)}`);
};

export const statute = (...paragraphs: string[]): string[] =>
  dutyLines(
    `河湖管理条例\n\n${paragraphs.map((words, index) => `第${'一二三四五六七八九'[index]}条 ${words}`).join('\n')}\n`,
  );

export const policy = (...paragraphs: string[]): string[] =>
  dutyLines(`某省人民代表大会常务委员会关于加强河湖保护工作的决议\n\n${paragraphs.join('\n')}\n`);

export const news = (...paragraphs: string[]): string[] =>
  dutyLines(
    `最高检印发《关于加强河湖保护检察工作的意见》\n\n近日，最高人民检察院印发《关于加强河湖保护检察工作的意见》（以下简称《意见》）。\n${paragraphs.join('\n')}\n`,
  );

/** `type:surface=canonical` of every entity of a type in one sentence of a report. */
export const named = (type: EntityMention['type'], sentence: string): string[] => {
  const { text, entities } = extract(`关于检察机关工作的报道\n\n近日，有关情况如下。\n${sentence}\n`);
  const from = text.indexOf(sentence);
  return entities
    .filter((entity) => entity.type === type && entity.start >= from)
    .map((entity) => `${text.slice(entity.start, entity.end)}=${entity.canonical.join('+')}`);
};
