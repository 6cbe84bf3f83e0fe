/** A thread of an import: reads, parses and extracts. The only state is a bounded cache of what it has just parsed. */
import { parentPort } from 'node:worker_threads';
import type { Question } from './tasks.ts';
import { createThread } from './thread.ts';

const port = parentPort;
if (port !== null) {
  const thread = createThread();
  port.on('message', ({ number, task }: Question) => {
    void thread.perform(task).then((result) => port.postMessage({ number, result }));
  });
}
