/** Law nodes for every instrument a document names or reports on. */
import type { LawNode } from '#model/entities.ts';
import { lawId } from '#model/ids.ts';
import type { DutyMention, ResolvedCitation } from '#model/mentions.ts';
import type { Reason } from '#model/relations.ts';
import type { LawEntry, LawLexicon } from '../citations/lexicon.ts';
import type { InstrumentIndex } from '../resolve/instruments.ts';
import { rankByTitle } from '../structure/rank.ts';
import type { Report } from './report.ts';

/** 时效性 of a law whose text is not held, by why it was not reached. */
const statusOf = (held: boolean, reasons: ReadonlySet<Reason>, entry: LawEntry | undefined): LawNode['status'] => {
  if (entry?.status === 'planned' || reasons.has('planned')) return 'planned';
  if (entry?.status === 'repealed' || entry?.status === 'amended') return entry.status;
  return held ? 'in_force' : 'not_held';
};

/** The canonical title inside a law's id. */
const lawTitle = (id: string): string => id.slice(lawId('').length);

/** The entry of exactly this title. */
const entryOf = (title: string, laws: LawLexicon): LawEntry | undefined => {
  const found = laws.find(title);
  return found.length === 1 && found[0]?.title === title ? found[0] : undefined;
};

/** Common short names of the instrument of a title: 网安法 for 网络安全法. */
export const shortTitlesOf = (title: string, laws: LawLexicon): readonly string[] => entryOf(title, laws)?.short ?? [];

/** One node for every target of a citation, every law a duty stands under, and the instrument reported on. */
export const lawNodes = (
  citations: readonly ResolvedCitation[],
  duties: readonly DutyMention[],
  report: Report | null,
  laws: LawLexicon,
  instruments: InstrumentIndex,
): LawNode[] => {
  const reasons = new Map<string, Set<Reason>>();
  const name = (id: string, reason: Reason | null): void => {
    let known = reasons.get(id);
    if (known === undefined) {
      known = new Set();
      reasons.set(id, known);
    }
    if (reason !== null) known.add(reason);
  };
  for (const citation of citations) name(citation.lawId, citation.reason);
  for (const duty of duties) for (const title of duty.laws) name(lawId(title), null);
  if (report !== null) name(lawId(report.title), null);
  return [...reasons].map(([id, why]) => {
    // The law a citation leads to may be held under a title printed in another form than the one cited.
    const title = lawTitle(id);
    const entry = entryOf(title, laws);
    const text = instruments.textsOf(title).at(-1);
    const reported = report?.title === title ? report : null;
    return {
      label: 'Law',
      id,
      name: title,
      title,
      shortTitles: [...new Set([...(entry?.short ?? []), ...(reported?.shortTitles ?? [])])],
      rank: entry?.rank ?? text?.rank ?? rankByTitle(title),
      status: statusOf(text !== undefined, why, entry),
      issuer: entry?.issuer ?? text?.issuer ?? reported?.issuer ?? null,
      date: text?.date ?? entry?.date ?? null,
      extent: reported?.extent ?? null,
    };
  });
};
