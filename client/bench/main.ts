/** Offers one function to scripts/bench-client.ts, which opens this page once for every renderer and calls it. */
import { type Measured, measure } from './measure.ts';
import { createNetwork } from './network.ts';
import { SUBJECTS, type SubjectName } from './subjects.ts';

declare global {
  interface Window {
    runBench: (name: SubjectName, nodes: number, edges: number, seconds: number) => Promise<Measured>;
  }
}

window.runBench = async (name, nodes, edges, seconds) => {
  const container = document.getElementById('stage');
  if (container === null) throw new Error('the page has no #stage');
  const network = createNetwork(nodes, edges);
  return await measure(() => SUBJECTS[name](network, container), seconds);
};
