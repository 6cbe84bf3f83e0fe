/** The committed figures of earlier runs, and the floor below which a run fails. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';

const Figures = z.record(z.string(), z.number());
const FiguresFile = z.object({
  /** Least F1 by figure, for every set scored. */
  floor: Figures,
  /** Last figures by fingerprint of the documents. */
  sets: z.record(z.string(), Figures),
});
export type Figures = z.infer<typeof Figures>;
export type FiguresFile = z.infer<typeof FiguresFile>;

/** @throws FamaiError when the file is damaged */
export const readFigures = async (location: string): Promise<FiguresFile> => {
  if (!existsSync(location)) return { floor: {}, sets: {} };
  try {
    return FiguresFile.parse(JSON.parse(await readFile(location, 'utf8')));
  } catch (cause) {
    throw new FamaiError('BAD_REQUEST', `${location} 不是有效的指标文件 (not a valid file of figures)`, { cause });
  }
};

export const writeFigures = (location: string, file: FiguresFile): Promise<void> =>
  writeFile(location, `${JSON.stringify(file, null, 2)}\n`);

/** Figures below their floor, as lines for a person. */
export const belowFloor = (figures: Figures, floor: Figures): string[] =>
  Object.entries(floor).flatMap(([name, least]) => {
    const value = figures[name];
    return value === undefined || value >= least ? [] : [`${name}: ${value.toFixed(4)} < ${least.toFixed(4)}`];
  });

const SAME = 0.00005;

/** `+0.0123` against the last run of the same documents, empty when there is none or nothing changed. */
export const change = (name: string, value: number, last: Figures | undefined): string => {
  const before = last?.[name];
  if (before === undefined || Math.abs(value - before) < SAME) return '';
  return `  ${value > before ? '+' : ''}${(value - before).toFixed(4)}`;
};
