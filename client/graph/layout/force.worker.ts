/** Runs the force layout off the main thread: takes the input, tells how far it is, ends by itself or when told to stop. */
import { type ForceRun, startForce } from './force.ts';
import type { ForceReport, LayoutInput } from './types.ts';

/** Between two reports, and between two looks at the messages that came in. */
const REPORT_MS = 120;

/** Lets a message that asks to stop come in. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const reportOf = (run: ForceRun, done: boolean): ForceReport => ({
  done,
  share: run.share(),
  positions: run.positions(),
});

const serve = async (input: LayoutInput, stopped: AbortSignal): Promise<void> => {
  const run = startForce(input);
  let told = performance.now();
  while (run.share() < 1 && !stopped.aborted) {
    run.step();
    if (performance.now() - told < REPORT_MS) continue;
    self.postMessage(reportOf(run, false));
    await breathe();
    told = performance.now();
  }
  self.postMessage(reportOf(run, true));
};

const stopping = new AbortController();
self.addEventListener('message', ({ data }: MessageEvent<LayoutInput | 'stop'>) => {
  if (data === 'stop') stopping.abort();
  else void serve(data, stopping.signal);
});
