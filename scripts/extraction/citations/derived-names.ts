/** 药品管理法及其实施条例: an instrument named by the law it is made under. */
import type { LawLexicon } from './lexicon.ts';
import type { NamedLaw } from './named.ts';

const ITS = /(?:[（(][^（）()\n]{0,24}[）)])?[及和与]其(实施条例|实施细则|施行细则|实施办法)/y;

/** The instruments meant by 及其实施条例 right behind a named law. */
export function findDerivedNames(text: string, known: readonly NamedLaw[], laws: LawLexicon): NamedLaw[] {
  return known.flatMap((law) => {
    ITS.lastIndex = law.end;
    const kind = ITS.exec(text)?.[1];
    if (kind === undefined) return [];
    const end = ITS.lastIndex;
    const name = law.target + kind;
    return [
      { start: end - kind.length, end, after: end, target: laws.find(name)[0]?.title ?? name, rule: 'law.derived' },
    ];
  });
}
