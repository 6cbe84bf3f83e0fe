/** Columns and rows of the 职责矩阵. Pure. */
import type { Modality } from '#model/entities.ts';
import type { MatrixDto } from '#model/wire/explore.ts';

type Row = MatrixDto['rows'][number];

const ALWAYS: readonly Modality[] = ['must', 'must_not', 'may', 'encourage'];

/** 应当 不得 可以 鼓励, and 宜 after 应当 where it occurs. */
export const columnsOf = (rows: readonly Row[]): Modality[] =>
  rows.some(({ cells }) => (cells.should ?? 0) > 0) ? ['must', 'should', 'must_not', 'may', 'encourage'] : [...ALWAYS];

/** As the server ranks them; duties that name no actor come last. */
export const matrixRows = (rows: readonly Row[]): Row[] => [
  ...rows.filter(({ bearer }) => bearer !== null),
  ...rows.filter(({ bearer }) => bearer === null),
];
