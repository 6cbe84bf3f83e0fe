/** What a duty is about: functions by the rules F1 to F4, laws, crimes and aspect named in it; organs that bear it. */
import type { EntityMention } from '#model/mentions.ts';
import type { Draft } from './draft.ts';
import type { DutyLexicon } from './lexicon.ts';

const PROCURATORATE = /检察院|检察机关|最高检|检察(?:官|长|人员|委员会|部门)|捕诉/;
const CRIMINAL = '刑事检察';
const INVESTIGATION = '检察侦查';
/** Of crimes of office the procuratorate itself looks into some only, and those it investigates. */
const LOOKS_INTO = /^(?:查处|查办|侦查|立案侦查|严查|彻查)$/;
/** 查办司法工作人员利用职权实施的…犯罪. */
const OFFICIAL_CRIME = /(?:侦查|查办|查处|严查|彻查|深挖|立案|惩治|打击).*司法(?:工作)?人员.*(?:犯罪|渎职)/s;

const NONE: readonly string[] = [];
const ofType = (mentions: readonly EntityMention[], type: EntityMention['type']): readonly string[] => {
  let names: string[] | null = null;
  for (const mention of mentions) {
    if (mention.type !== type) continue;
    names ??= [];
    for (const name of mention.canonical) if (!names.includes(name)) names.push(name);
  }
  return names ?? NONE;
};

const functionsOf = (
  text: string,
  draft: Draft,
  inside: readonly EntityMention[],
  topic: readonly string[],
  lexicon: DutyLexicon,
): readonly string[] => {
  const named = ofType(inside, 'function');
  if (named.length > 0) return named;
  if (draft.bearer === null || !PROCURATORATE.test(draft.bearer)) return NONE;
  const words = text.slice(draft.start, draft.end).replace(/《[^》]*》/g, '');
  const office = words.includes('职务犯罪') && LOOKS_INTO.test(draft.verb);
  if (office || lexicon.investigation.has(draft.verb) || (words.includes('司法') && OFFICIAL_CRIME.test(words)))
    return [INVESTIGATION];
  const crimes = ofType(inside, 'crime').length > 0 || words.includes('犯罪');
  const strikes =
    lexicon.strike.has(draft.verb) ||
    (lexicon.strikeForce.has(draft.verb) && [...lexicon.strike].some((verb) => words.includes(verb)));
  if ((strikes && crimes) || lexicon.prosecution.has(draft.verb)) return [CRIMINAL];
  for (const { word, meaning } of lexicon.objects) if (words.includes(word)) return meaning;
  return topic;
};

const LEGISLATION =
  /(?:制定|修订|修改|废止|清理|出台|起草|完善).{0,30}(?:法规|规章|法律|条例|司法解释|规范性文件|法$)|立法/;

export interface Fields {
  readonly bearers: readonly string[];
  readonly functions: readonly string[];
  readonly laws: readonly string[];
  readonly crimes: readonly string[];
  readonly aspect: string | null;
}

/** `inside` are the mentions in the span, `named` the organs in the bearer, `topic` the functions of its numbered unit. */
export const fieldsOf = (
  text: string,
  draft: Draft,
  inside: readonly EntityMention[],
  named: readonly EntityMention[],
  topic: readonly string[],
  lexicon: DutyLexicon,
): Fields => {
  const functions = functionsOf(text, draft, inside, topic, lexicon);
  const aspects = ofType(inside, 'aspect');
  const [aspect] = aspects;
  const legislative = LEGISLATION.test(text.slice(draft.start, draft.end)) ? '立法' : null;
  return {
    bearers: ofType(named, 'organ'),
    functions,
    laws: ofType(inside, 'law'),
    crimes: ofType(inside, 'crime'),
    aspect: aspects.length > 1 ? null : (aspect ?? (functions.length > 0 ? '司法' : legislative)),
  };
};
