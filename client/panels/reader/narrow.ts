/**
 * Evidence is a whole sentence; a reader wants the words in it that name the law, the article, the organ.
 * They are found again here from the target's name. Pure.
 */
import type { Span } from '#client/state/url.ts';
import { articleName } from '#client/text/citation.ts';
import type { NodeRef } from '#model/wire/common.ts';
import type { DocumentDto, Highlight } from '#model/wire/documents.ts';

const RELATIVE = /前[一二两三四五六七八九十]?[编章节条款项]|[本该]条(?:第[一二三四五六七八九十]+款)?|[本该]款/;
const SELF = /[本该同](?:法|条例|规定|解释|办法|规则|决定|细则|意见|通知|规范|章程|修正案)/;
const BEFORE_ARTICLE = /(?:《[^《》]*》|[本该同]法|[本该]条例|[本该]规定|[本该]解释|[本该]办法|[本该]规则)$/;
const AFTER_ARTICLE =
  /^(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十]+款)?(?:第[（(][一二三四五六七八九十]+[)）]项)?/;

const found = (text: string, part: string): Span | null => {
  const start = part === '' ? -1 : text.indexOf(part);
  return start < 0 ? null : { start, end: start + part.length };
};

/** With the 《》 and the 中华人民共和国 that stand around a name. */
const widened = (text: string, span: Span): Span => {
  const before = /《?(?:中华人民共和国)?$/.exec(text.slice(0, span.start))?.[0] ?? '';
  const opened = before.startsWith('《');
  const closes = opened && text[span.end] === '》';
  return {
    start: opened && !closes ? span.start : span.start - before.length,
    end: span.end + (closes ? 1 : 0),
  };
};

/**
 * The longest piece of `name` that occurs, where it is enough to be known by: the beginning of the name
 * (刑事 of 刑事检察, in a list that shares the ending) or at least half of it.
 */
const telling = (text: string, name: string): Span | null => {
  for (let length = name.length - 1; length >= 2; length--) {
    for (let from = 0; from + length <= name.length; from++) {
      if (from > 0 && length * 2 < name.length) continue;
      const span = found(text, name.slice(from, from + length));
      if (span !== null) return span;
    }
  }
  return null;
};

/** The longest ending of a title that occurs, from three characters: 诉讼法 of 刑事诉讼法. Its beginning is only its subject. */
const ending = (text: string, name: string): Span | null => {
  for (let from = 1; name.length - from >= 3; from++) {
    const span = found(text, name.slice(from));
    if (span !== null) return span;
  }
  return null;
};

/** A short name in 《》 that the full title contains: 《意见》 of 关于…的意见. */
const shortTitle = (text: string, name: string): Span | null => {
  for (const match of text.matchAll(/《([^《》]+)》/g)) {
    if (name.includes(match[1] ?? '')) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
};

const articleSpan = (text: string, targetId: string): Span | null => {
  const number = /\/art_([\d-]+)/.exec(targetId)?.[1];
  const span = number === undefined ? null : found(text, articleName(number));
  if (span === null) return null;
  const before = BEFORE_ARTICLE.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const after = AFTER_ARTICLE.exec(text.slice(span.end))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end + after };
};

/** Where in `text` the target is named; null when nothing of it is found. Offsets into `text`. */
export const namedIn = (
  text: string,
  target: Pick<NodeRef, 'id' | 'name' | 'label'>,
  citationType: Highlight['citationType'],
): Span | null => {
  if (target.label === 'Provision') {
    const article = articleSpan(text, target.id);
    if (article !== null) return article;
  }
  if (citationType === 'previous') {
    const match = RELATIVE.exec(text);
    if (match !== null) return { start: match.index, end: match.index + match[0].length };
  }
  const exact = found(text, target.name);
  if (exact !== null) return widened(text, exact);
  if (target.label !== 'Law') return telling(text, target.name);
  const self = citationType === 'self' ? SELF.exec(text) : null;
  if (self !== null) return { start: self.index, end: self.index + self[0].length };
  const short = shortTitle(text, target.name) ?? ending(text, target.name);
  return short === null ? null : widened(text, short);
};

/** Highlights as they are drawn: one for each place in the text, with everything that is named there. */
export const passagesOf = ({
  text,
  textOffset,
  highlights,
}: Pick<DocumentDto, 'text' | 'textOffset' | 'highlights'>): Highlight[] => {
  const passages = new Map<string, Highlight>();
  const add = (highlight: Highlight) => {
    const key = `${highlight.kind}:${highlight.start}:${highlight.end}`;
    const known = passages.get(key);
    passages.set(
      key,
      known === undefined
        ? highlight
        : {
            ...known,
            targets: [
              ...known.targets,
              ...highlight.targets.filter(({ id }) => known.targets.every((one) => one.id !== id)),
            ],
            relationIds: [...new Set([...known.relationIds, ...highlight.relationIds])],
            reason: known.reason ?? highlight.reason,
          },
    );
  };
  for (const highlight of highlights) {
    if (highlight.kind === 'duty') add(highlight);
    else {
      const sentence = text.slice(highlight.start - textOffset, highlight.end - textOffset);
      for (const target of highlight.targets) {
        const span = namedIn(sentence, target, highlight.citationType) ?? { start: 0, end: sentence.length };
        add({ ...highlight, targets: [target], start: highlight.start + span.start, end: highlight.start + span.end });
      }
    }
  }
  return [...passages.values()].sort((a, b) => a.start - b.start || b.end - a.end);
};
