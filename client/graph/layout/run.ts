/** Runs a layout by its name: the force layout in a worker, the others at once, for they take a few milliseconds. */
import type { LayoutName } from '#client/state/canvas/types.ts';
import { dateLayout } from './by-date.ts';
import { lanesLayout } from './lanes.ts';
import { radialLayout } from './radial.ts';
import type { ForceReport, LayoutInput, Positions } from './types.ts';

export type LayoutRun = {
  /** Where the nodes stand at the end. Rejects when the worker fails; never settles once cancelled. */
  readonly done: Promise<Positions>;
  /** Ends it where it is: `done` answers with the places reached. */
  readonly stop: () => void;
  readonly cancel: () => void;
};

const runForce = (input: LayoutInput, onReport: (report: ForceReport) => void): LayoutRun => {
  const worker = new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' });
  const done = new Promise<Positions>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ForceReport>) => {
      if (!data.done) return onReport(data);
      worker.terminate();
      resolve(data.positions);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
  });
  worker.postMessage(input);
  return { done, stop: () => worker.postMessage('stop'), cancel: () => worker.terminate() };
};

const atOnce = (positions: Positions): LayoutRun => ({
  done: Promise.resolve(positions),
  stop: () => undefined,
  cancel: () => undefined,
});

export const runLayout = (name: LayoutName, input: LayoutInput, onReport: (report: ForceReport) => void): LayoutRun => {
  switch (name) {
    case 'lanes':
      return atOnce(lanesLayout(input));
    case 'radial':
      return atOnce(radialLayout(input));
    case 'date':
      return atOnce(dateLayout(input));
    case 'force':
      return runForce(input, onReport);
  }
};
