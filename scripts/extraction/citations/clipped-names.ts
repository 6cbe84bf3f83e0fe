/** 调解仲裁法 for 劳动争议调解仲裁法: the end of a title in place of the whole, which contains the name of another law. */
import type { LawEntry, LawLexicon } from './lexicon.ts';
import type { NamedLaw } from './named.ts';

/** Fewer characters more than the shorter name could be chance: 和合同法. */
const LEAST_MORE = 2;

/** How many characters before `end` the text and the title have in common, read backwards. */
function commonEnd(text: string, end: number, title: string): number {
  let length = 0;
  while (length < title.length && text[end - 1 - length] === title[title.length - 1 - length]) length++;
  return length;
}

/**
 * Bare names moved left where the text spells more of a longer title. Of several such titles the one the document names
 * in full counts; when it names none or more, the name stays as it was. `titles` are the titles the document names.
 */
export function readClippedNames(
  text: string,
  names: readonly NamedLaw[],
  laws: LawLexicon,
  titles: ReadonlySet<string>,
): NamedLaw[] {
  return names.map((name) => {
    const own = text.slice(name.start, name.end);
    const longer = laws.titlesEndingIn(own);
    if (longer.length === 0) return name;
    let best = own.length + (name.rule === 'bare.short' ? 0 : LEAST_MORE);
    let found: LawEntry[] = [];
    for (const entry of longer) {
      const length = commonEnd(text, name.end, entry.title);
      if (length < best) continue;
      found = length > best ? [entry] : [...found, entry];
      best = length;
    }
    const named = found.filter((entry) => titles.has(entry.title));
    const [only] = named.length === 1 ? named : found.length === 1 ? found : [];
    if (only === undefined || only.title === name.target) return name;
    return { ...name, start: name.end - best, target: only.title, rule: 'bare.clipped' };
  });
}
