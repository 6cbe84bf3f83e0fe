/** Runs a layout by its name: the force layout in a worker, the others at once, for they take a few milliseconds. */
import type { LayoutName } from '#client/state/canvas/types.ts';
import { dateLayout } from './by-date.ts';
import { lanesLayout } from './lanes.ts';
import { radialLayout } from './radial.ts';
import type { LayoutInput, Positions } from './types.ts';

const runForce = (input: LayoutInput, signal: AbortSignal): Promise<Positions> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    worker.addEventListener('message', (event: MessageEvent<Positions>) => {
      end();
      resolve(event.data);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(input);
  });

/** Rejects with the signal's reason when `signal` is aborted, and with an Error when the worker fails. */
export const runLayout = async (name: LayoutName, input: LayoutInput, signal: AbortSignal): Promise<Positions> => {
  switch (name) {
    case 'lanes':
      return lanesLayout(input);
    case 'radial':
      return radialLayout(input);
    case 'date':
      return dateLayout(input);
    case 'force':
      return runForce(input, signal);
  }
};
