/** Duties and entities against the gold, by the conventions of its README (section 7). */
import type { DutyLine, EntityLine } from '#model/extraction.ts';
import type { DutyGold, GoldDuty, GoldEntity } from './gold.ts';
import { addScores, bestOverlapPairs, iou, type Pair, type Score, sameSet, scoreOf } from './metrics.ts';
import { normalCanonical, normalFunction, sameBearer } from './normalise.ts';

export type PredictedDuty = Pick<DutyLine, 'start' | 'end' | 'text' | 'modality' | 'bearer' | 'functions'> & {
  readonly doc: string;
};
export type PredictedEntity = Pick<EntityLine, 'start' | 'end' | 'text' | 'type' | 'canonical'> & {
  readonly doc: string;
};

export interface DutyScore {
  /** Overlap of at least half. */
  readonly span: Score;
  /** The same with extra predictions on optional clauses excused. */
  readonly excused: Score;
  /** Overlap of at least nine tenths. */
  readonly tight: Score;
  /** Span, modality, bearer (lenient) and functions all right. */
  readonly frame: Score;
  readonly perDocument: Readonly<Record<string, Score>>;
  readonly errors: readonly string[];
}

const LEAST = 0.5;
const TIGHT = 0.9;

const functionSet = (names: readonly string[]): Set<string> => new Set(names.map(normalFunction));

const frameFits = ({ gold, predicted }: Pair<GoldDuty, PredictedDuty>): boolean =>
  gold.modality === predicted.modality &&
  [gold.bearer, ...gold.bearer_alt].some((bearer) => sameBearer(bearer, predicted.bearer)) &&
  sameSet(functionSet(gold.functions), functionSet(predicted.functions));

export const scoreDuties = (predictions: readonly PredictedDuty[], gold: DutyGold): DutyScore => {
  const perDocument: Record<string, Score> = {};
  const errors: string[] = [];
  const tights: Score[] = [];
  const frames: Score[] = [];
  const excuseds: Score[] = [];
  for (const { doc } of gold.documents) {
    const wanted = gold.duties.filter((g) => g.doc === doc);
    const predicted = predictions.filter((p) => p.doc === doc);
    const optional = gold.optional.filter((g) => g.doc === doc);
    const { pairs, missed, extra } = bestOverlapPairs(wanted, predicted, LEAST);
    const isOptional = (p: PredictedDuty): boolean => optional.some((o) => iou(o, p) >= LEAST);
    const sizes = [predicted.length, wanted.length] as const;
    perDocument[doc] = scoreOf(pairs.length, ...sizes);
    excuseds.push(scoreOf(pairs.length, predicted.length - extra.filter(isOptional).length, wanted.length));
    tights.push(scoreOf(pairs.filter((pair) => pair.iou >= TIGHT).length, ...sizes));
    frames.push(scoreOf(pairs.filter(frameFits).length, ...sizes));
    errors.push(
      ...describe(
        doc,
        pairs,
        missed,
        extra.filter((p) => !isOptional(p)),
      ),
    );
  }
  return {
    span: addScores(Object.values(perDocument)),
    excused: addScores(excuseds),
    tight: addScores(tights),
    frame: addScores(frames),
    perDocument,
    errors,
  };
};

const describe = (
  doc: string,
  pairs: readonly Pair<GoldDuty, PredictedDuty>[],
  missed: readonly GoldDuty[],
  extra: readonly PredictedDuty[],
): string[] => [
  ...missed.map((g) => `${doc} ${g.start} MISSED ${g.text}`),
  ...extra.map((p) => `${doc} ${p.start} EXTRA  ${p.text}`),
  ...pairs
    .filter((pair) => pair.iou < TIGHT)
    .map(({ gold, predicted }) => `${doc} ${gold.start} SPAN   ${gold.text}   got ${predicted.text}`),
  ...pairs
    .filter((pair) => !frameFits(pair))
    .map(
      ({ gold, predicted }) =>
        `${doc} ${gold.start} FRAME  ${gold.text}   ${gold.modality}/${gold.bearer}/[${gold.functions}] got ${predicted.modality}/${predicted.bearer}/[${predicted.functions}]`,
    ),
];

export interface EntityScore {
  readonly span: Readonly<Record<string, Score>>;
  readonly canonical: Readonly<Record<string, Score>>;
  readonly errors: readonly string[];
}

const TYPES = ['function', 'organ', 'law', 'aspect', 'crime'] as const;
type Entity = Pick<GoldEntity, 'doc' | 'type' | 'start' | 'end' | 'canonical' | 'text'>;

const spanKey = (e: Entity): string => `${e.doc}|${e.type}|${e.start}|${e.end}`;
const canonicalKeys = (entities: readonly Entity[]): Set<string> =>
  new Set(
    entities.flatMap((e) =>
      (typeof e.canonical === 'string' ? [e.canonical] : e.canonical).map(
        (name) => `${e.doc}|${e.type}|${normalCanonical(e.type, name)}`,
      ),
    ),
  );

const compare = (gold: ReadonlySet<string>, predicted: ReadonlySet<string>): Record<string, Score> => {
  const result: Record<string, Score> = {};
  for (const type of [...TYPES, 'all']) {
    const ofType = (keys: ReadonlySet<string>): string[] =>
      type === 'all' ? [...keys] : [...keys].filter((key) => key.split('|')[1] === type);
    const [g, p] = [ofType(gold), ofType(predicted)];
    result[type] = scoreOf(p.filter((key) => gold.has(key)).length, p.length, g.length);
  }
  return result;
};

export const scoreEntities = (predictions: readonly PredictedEntity[], gold: DutyGold): EntityScore => {
  const known = new Set(gold.documents.map(({ doc }) => doc));
  const predicted = predictions.filter((p) => known.has(p.doc));
  const [goldSpans, spans] = [new Set(gold.entities.map(spanKey)), new Set(predicted.map(spanKey))];
  return {
    span: compare(goldSpans, spans),
    canonical: compare(canonicalKeys(gold.entities), canonicalKeys(predicted)),
    errors: [
      ...gold.entities
        .filter((g) => !spans.has(spanKey(g)))
        .map((g) => `${g.doc} ${g.start} MISSED ${g.type} ${g.text}`),
      ...predicted
        .filter((p) => !goldSpans.has(spanKey(p)))
        .map((p) => `${p.doc} ${p.start} EXTRA  ${p.type} ${p.text}`),
    ],
  };
};
