/** `npm run evaluate -- --citations DIR --duties DIR`: quality on gold sets, against the last figures and the floor. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Lexicon } from '#extraction/pipeline.ts';
import { loadLexicon } from '#io/load-lexicon.ts';
import { FamaiError } from '#model/errors.ts';
import { runCommandLine } from './command-line.ts';
import { scoreCitations } from './evaluation/citation-score.ts';
import { scoreDuties, scoreEntities } from './evaluation/duty-score.ts';
import { belowFloor, change, type Figures, readFigures, writeFigures } from './evaluation/figures.ts';
import { loadCitationGold, loadDutyGold } from './evaluation/gold.ts';
import type { Score } from './evaluation/metrics.ts';
import { type Predictions, predict, writePredictions } from './evaluation/predict.ts';

const HELP = `npm run evaluate -- [--citations DIR] [--duties DIR] [--errors N] [--write DIR] [--update]

Scores folders in the gold format (docs/ and *.jsonl): P/R/F1 by type, by document, by tag, with gains and losses
against the committed figures. Exit code 1 below the committed floor (tests/gold/figures.json).
Without folders: the project's own tables, and ../shared/gold when present.

  --errors N   the first N errors of each set
  --write DIR  also writes the predictions in the gold format, for the gold's own scorers
  --update     records this run's figures as the last ones`;

const FIGURES = 'tests/gold/figures.json';
const DEFAULT_SETS = ['tests/gold', '../shared/gold'];

interface Options {
  readonly errors: number;
  readonly write: string | undefined;
}

interface SetResult {
  readonly fingerprint: string;
  readonly figures: Figures;
}

const row = (name: string, s: Score, last: Figures | undefined, figures: Record<string, number>): string => {
  figures[name] = s.f1;
  const counts = `(${s.tp} of ${s.predicted} predicted, ${s.gold} gold)`;
  return `  ${name.padEnd(34)} P ${s.p.toFixed(4)}  R ${s.r.toFixed(4)}  F1 ${s.f1.toFixed(4)}  ${counts}${change(name, s.f1, last)}`;
};

const documentRows = (scores: Readonly<Record<string, Score>>): string[] =>
  Object.entries(scores).map(
    ([doc, s]) => `    ${doc}  F1 ${s.f1.toFixed(4)}  (${s.tp} of ${s.predicted} predicted, ${s.gold} gold)`,
  );

const save = async (options: Options, name: string, predictions: Predictions): Promise<void> => {
  if (options.write !== undefined) await writePredictions(join(options.write, name), predictions);
};

const citations = async (
  folder: string,
  lexicon: Lexicon,
  last: (key: string) => Figures | undefined,
  options: Options,
): Promise<SetResult> => {
  const gold = await loadCitationGold(folder);
  const predictions = await predict(gold.documents, lexicon);
  await save(options, 'citations', predictions);
  const before = last(predictions.fingerprint);
  const figures: Record<string, number> = {};
  console.log(`\n${folder}`);
  for (const [name, kinds] of [
    ['law', ['law']],
    ['law+self', ['law', 'self']],
  ] as const) {
    const result = scoreCitations(predictions.citations, gold, predictions.texts, kinds);
    console.log(row(`citations.${name}.span`, result.span, before, figures));
    console.log(row(`citations.${name}.target`, result.target, before, figures));
    console.log(row(`citations.${name}.articles`, result.articles, before, figures));
    if (name === 'law') {
      console.log(`  《》 that are no law: ${result.nonLawHits} of ${gold.nonLaws.length}`);
      continue;
    }
    for (const line of documentRows(result.perDocument)) console.log(line);
    for (const [tag, t] of Object.entries(result.perTag)) console.log(`    ${tag.padEnd(12)} ${t.right} of ${t.gold}`);
    for (const line of result.errors.slice(0, options.errors)) console.log(`  ${line}`);
  }
  return { fingerprint: predictions.fingerprint, figures };
};

const duties = async (
  folder: string,
  lexicon: Lexicon,
  last: (key: string) => Figures | undefined,
  options: Options,
): Promise<SetResult> => {
  const gold = await loadDutyGold(folder);
  const predictions = await predict(gold.documents, lexicon);
  await save(options, 'duties', predictions);
  const before = last(predictions.fingerprint);
  const figures: Record<string, number> = {};
  console.log(`\n${folder}`);
  const result = scoreDuties(predictions.duties, gold);
  for (const name of ['span', 'excused', 'tight', 'frame'] as const)
    console.log(row(`duties.${name}`, result[name], before, figures));
  for (const line of documentRows(result.perDocument)) console.log(line);
  const entities = scoreEntities(predictions.entities, gold);
  for (const level of ['span', 'canonical'] as const)
    for (const [type, score] of Object.entries(entities[level]))
      console.log(row(`entities.${level}.${type}`, score, before, figures));
  for (const line of [...result.errors.slice(0, options.errors), ...entities.errors.slice(0, options.errors)])
    console.log(`  ${line}`);
  return { fingerprint: predictions.fingerprint, figures };
};

const setsOf = (given: {
  citations?: string | undefined;
  duties?: string | undefined;
}): { citations: string[]; duties: string[] } => {
  if (given.citations !== undefined || given.duties !== undefined)
    return {
      citations: given.citations === undefined ? [] : [given.citations],
      duties: given.duties === undefined ? [] : [given.duties],
    };
  const present = (name: string): string[] =>
    DEFAULT_SETS.map((set) => join(set, name)).filter((folder) => existsSync(folder));
  const sets = { citations: present('citations'), duties: present('duties') };
  if (!sets.citations.some((folder) => folder.startsWith('..')))
    console.log('../shared/gold is not here: only the own tables are scored');
  return sets;
};

await runCommandLine(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      citations: { type: 'string' },
      duties: { type: 'string' },
      errors: { type: 'string', default: '0' },
      write: { type: 'string' },
      update: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const options: Options = { errors: Number.parseInt(values.errors, 10) || 0, write: values.write };
  const lexicon = await loadLexicon();
  const file = await readFigures(FIGURES);
  const last = (key: string): Figures | undefined => file.sets[key];
  const sets = setsOf(values);
  const results: SetResult[] = [];
  for (const folder of sets.citations) results.push(await citations(folder, lexicon, last, options));
  for (const folder of sets.duties) results.push(await duties(folder, lexicon, last, options));
  if (values.update) {
    const updated = { ...file.sets };
    for (const { fingerprint, figures } of results) updated[fingerprint] = { ...updated[fingerprint], ...figures };
    await writeFigures(FIGURES, { ...file, sets: updated });
  }
  const failed = results.flatMap(({ figures }) => belowFloor(figures, file.floor));
  if (failed.length > 0) throw new FamaiError('BAD_REQUEST', `低于底线 (below the floor): ${failed.join('; ')}`);
});
