/** Gives a place to whatever the canvas shows without one. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CanvasState } from '#client/state/canvas/types.ts';
import { sizeOf } from './build.ts';
import { layoutInput, needsLayout } from './layout/input.ts';
import { type LayoutRun, runLayout } from './layout/run.ts';
import type { Positions } from './layout/types.ts';

/** A layout under way: how much is done, and where the nodes stand so far once that is known. */
export type LayoutProgress = { readonly share: number; readonly positions: Positions | null };

/** `settle` must be stable. `stop` keeps the places reached so far. */
export const useLayout = (
  canvas: CanvasState,
  centre: string | null,
  aspect: () => number,
  settle: (positions: Positions) => void,
): { readonly progress: LayoutProgress | null; readonly stop: () => void } => {
  const [progress, setProgress] = useState<LayoutProgress | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef<LayoutRun | null>(null);
  useEffect(() => {
    if (!needsLayout(canvas)) return undefined;
    let current = true;
    const input = layoutInput(canvas, sizeOf, centre, aspect());
    const run = runLayout(canvas.layout, input, ({ share, positions }) => {
      if (current) setProgress({ share, positions });
    });
    running.current = run;
    setProgress({ share: 0, positions: null });
    run.done
      .then((positions) => {
        if (current) settle(positions);
      })
      .catch((error: unknown) => {
        if (current) setFailure(error);
      })
      .finally(() => {
        if (current) setProgress(null);
      });
    return () => {
      current = false;
      run.cancel();
      setProgress(null);
    };
  }, [canvas, centre, aspect, settle]);
  const stop = useCallback(() => running.current?.stop(), []);
  // The pane's own boundary says what happened and offers to try again.
  if (failure !== null) throw failure;
  return { progress, stop };
};
