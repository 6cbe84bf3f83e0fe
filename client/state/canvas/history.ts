/** The action log: every canvas action can be undone and done again. States share structure, so the log is cheap. */
import { place, reduceCanvas } from './reducer.ts';
import type { CanvasAction, CanvasState, Point } from './types.ts';

type Step = { readonly action: CanvasAction; readonly before: CanvasState };
type Undone = { readonly action: CanvasAction; readonly after: CanvasState };

export type CanvasHistory = {
  readonly present: CanvasState;
  readonly done: readonly Step[];
  readonly undone: readonly Undone[];
};

/** Steps that can be taken back; older ones are forgotten. */
export const HISTORY_LIMIT = 200;

export const startHistory = (present: CanvasState): CanvasHistory => ({ present, done: [], undone: [] });

/** Carries out an action and logs it; one that changes nothing leaves no step behind. */
export const perform = (history: CanvasHistory, action: CanvasAction): CanvasHistory => {
  const next = reduceCanvas(history.present, action);
  if (next === history.present) return history;
  return {
    present: next,
    done: [...history.done, { action, before: history.present }].slice(-HISTORY_LIMIT),
    undone: [],
  };
};

/** A layout's result belongs to the step that asked for it: it changes the present and leaves no step. */
export const settlePositions = (history: CanvasHistory, positions: ReadonlyMap<string, Point>): CanvasHistory => {
  const present = place(history.present, positions);
  return present === history.present ? history : { ...history, present };
};

export const undo = (history: CanvasHistory): CanvasHistory => {
  const step = history.done.at(-1);
  if (step === undefined) return history;
  return {
    present: step.before,
    done: history.done.slice(0, -1),
    undone: [...history.undone, { action: step.action, after: history.present }],
  };
};

export const redo = (history: CanvasHistory): CanvasHistory => {
  const step = history.undone.at(-1);
  if (step === undefined) return history;
  return {
    present: step.after,
    done: [...history.done, { action: step.action, before: history.present }],
    undone: history.undone.slice(0, -1),
  };
};
