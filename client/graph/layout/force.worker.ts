/** Runs the force layout off the main thread: one message in, one message out. */
import { forceLayout } from './force.ts';
import type { LayoutInput } from './types.ts';

self.addEventListener('message', (event: MessageEvent<LayoutInput>) => {
  self.postMessage(forceLayout(event.data));
});
