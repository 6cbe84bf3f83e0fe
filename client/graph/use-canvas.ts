/** The canvas history as React state. */
import { useMemo, useReducer } from 'react';
import {
  type CanvasHistory,
  perform,
  redo,
  settlePositions,
  startHistory,
  undo,
} from '#client/state/canvas/history.ts';
import { createCanvas } from '#client/state/canvas/reducer.ts';
import type { CanvasAction, CanvasState, Point } from '#client/state/canvas/types.ts';

type Message =
  | { readonly type: 'load'; readonly canvas: CanvasState }
  | { readonly type: 'perform'; readonly action: CanvasAction }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'settle'; readonly positions: ReadonlyMap<string, Point> };

const reduce = (history: CanvasHistory, message: Message): CanvasHistory => {
  switch (message.type) {
    case 'load':
      return startHistory(message.canvas);
    case 'perform':
      return perform(history, message.action);
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
    case 'settle':
      return settlePositions(history, message.positions);
  }
};

const EMPTY = startHistory(createCanvas({ nodes: [], edges: [] }, 'force'));

export type CanvasControl = {
  readonly history: CanvasHistory;
  readonly load: (canvas: CanvasState) => void;
  readonly perform: (action: CanvasAction) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly settle: (positions: ReadonlyMap<string, Point>) => void;
};

export const useCanvas = (): CanvasControl => {
  const [history, send] = useReducer(reduce, EMPTY);
  const commands = useMemo(
    () => ({
      load: (canvas: CanvasState) => send({ type: 'load', canvas }),
      perform: (action: CanvasAction) => send({ type: 'perform', action }),
      undo: () => send({ type: 'undo' }),
      redo: () => send({ type: 'redo' }),
      settle: (positions: ReadonlyMap<string, Point>) => send({ type: 'settle', positions }),
    }),
    [],
  );
  return useMemo(() => ({ history, ...commands }), [history, commands]);
};
