/** Precision, recall and F1, and the matchings they count. */

export interface Score {
  readonly tp: number;
  readonly predicted: number;
  readonly gold: number;
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Nothing to find and nothing found is perfect; the same convention for every figure here. */
export const scoreOf = (tp: number, predicted: number, gold: number): Score => {
  const p = predicted > 0 ? tp / predicted : gold > 0 ? 0 : 1;
  const r = gold > 0 ? tp / gold : 1;
  return { tp, predicted, gold, p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
};

export const addScores = (scores: readonly Score[]): Score =>
  scoreOf(
    scores.reduce((sum, s) => sum + s.tp, 0),
    scores.reduce((sum, s) => sum + s.predicted, 0),
    scores.reduce((sum, s) => sum + s.gold, 0),
  );

export interface Spanned {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Spanned, b: Spanned): boolean => a.start < b.end && b.start < a.end;
export const sameSpan = (a: Spanned, b: Spanned): boolean => a.start === b.start && a.end === b.end;

/** Intersection over union of two spans. */
export const iou = (a: Spanned, b: Spanned): number => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
};

/** Largest one-to-one matching (augmenting paths): for every gold item the prediction it got, or -1. */
export const maximumMatching = <G, P>(
  gold: readonly G[],
  predicted: readonly P[],
  fits: (g: G, p: P) => boolean,
): number[] => {
  const candidates = gold.map((g) => predicted.flatMap((p, index) => (fits(g, p) ? [index] : [])));
  const ownerOf = predicted.map(() => -1);
  const assign = (g: number, seen: Set<number>): boolean => {
    for (const p of candidates[g] ?? []) {
      if (seen.has(p)) continue;
      seen.add(p);
      const owner = ownerOf[p] ?? -1;
      if (owner < 0 || assign(owner, seen)) {
        ownerOf[p] = g;
        return true;
      }
    }
    return false;
  };
  for (let g = 0; g < gold.length; g++) assign(g, new Set());
  const got = gold.map(() => -1);
  ownerOf.forEach((g, p) => {
    if (g >= 0) got[g] = p;
  });
  return got;
};

export interface Pair<G, P> {
  readonly gold: G;
  readonly predicted: P;
  readonly iou: number;
}

/** One-to-one, best overlap first, from a least overlap. */
export const bestOverlapPairs = <G extends Spanned, P extends Spanned>(
  gold: readonly G[],
  predicted: readonly P[],
  least: number,
): { pairs: Pair<G, P>[]; missed: G[]; extra: P[] } => {
  const candidates = gold.flatMap((g, i) =>
    predicted.flatMap((p, j) => {
      const value = iou(g, p);
      return value >= least ? [{ g, p, i, j, value }] : [];
    }),
  );
  candidates.sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j);
  const usedGold = new Set<number>();
  const usedPredicted = new Set<number>();
  const pairs: Pair<G, P>[] = [];
  for (const { g, p, i, j, value } of candidates) {
    if (usedGold.has(i) || usedPredicted.has(j)) continue;
    usedGold.add(i);
    usedPredicted.add(j);
    pairs.push({ gold: g, predicted: p, iou: value });
  }
  return {
    pairs,
    missed: gold.filter((_, i) => !usedGold.has(i)),
    extra: predicted.filter((_, j) => !usedPredicted.has(j)),
  };
};

export const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((value) => b.has(value));
