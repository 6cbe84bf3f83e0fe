/** Gives a place to whatever the canvas shows without one. */
import { useEffect, useState } from 'react';
import type { CanvasState } from '#client/state/canvas/types.ts';
import { sizeOf } from './build.ts';
import { layoutInput, needsLayout } from './layout/input.ts';
import { runLayout } from './layout/run.ts';
import type { Positions } from './layout/types.ts';

/** Answers whether a layout is under way. `settle` must be stable. */
export const useLayout = (
  canvas: CanvasState,
  centre: string | null,
  aspect: () => number,
  settle: (positions: Positions) => void,
): boolean => {
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!needsLayout(canvas)) return undefined;
    const abort = new AbortController();
    setRunning(true);
    runLayout(canvas.layout, layoutInput(canvas, sizeOf, centre, aspect()), abort.signal)
      .then((positions) => {
        if (!abort.signal.aborted) settle(positions);
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) throw error;
      })
      .finally(() => setRunning(false));
    return () => abort.abort(new DOMException('superseded', 'AbortError'));
  }, [canvas, centre, aspect, settle]);
  return running;
};
