/** A thread of the extraction benchmark: whole extraction of a batch, with the time of each stage. */
import { parentPort } from 'node:worker_threads';
import { createContext } from '#extraction/context.ts';
import { assembleFragment, type ExtractionContext, extractDocument, parseFile } from '#extraction/pipeline.ts';
import { loadLexicon } from '#io/load-lexicon.ts';
import { readTextFile } from '#io/read-file.ts';
import type { FoundFile } from '#io/walk.ts';
import type { BenchAnswer, BenchTask } from './extraction-task.ts';

const extract = async (files: readonly FoundFile[], context: ExtractionContext): Promise<BenchAnswer> => {
  const stageMs: Record<string, number> = { read: 0, parse: 0, extract: 0, assemble: 0 };
  const count = <T>(stage: string, start: number, result: T): T => {
    stageMs[stage] = (stageMs[stage] ?? 0) + performance.now() - start;
    return result;
  };
  let relations = 0;
  for (const file of files) {
    const content = count('read', performance.now(), await readTextFile(file.location));
    let start = performance.now();
    const parsed = count('parse', start, parseFile({ path: file.path, ...content }));
    for (const doc of parsed.documents) {
      start = performance.now();
      const found = count('extract', start, extractDocument(doc, context));
      start = performance.now();
      const fragment = count('assemble', start, assembleFragment(doc, parsed.sources, found, content.text));
      relations += fragment.relations.length;
    }
  }
  return { stageMs, relations };
};

const port = parentPort;
if (port !== null) {
  const lexicon = await loadLexicon();
  let context: ExtractionContext | null = null;
  port.on('message', (task: BenchTask) => {
    if (task.kind === 'context') {
      context = createContext(lexicon, task.instruments);
      port.postMessage({ stageMs: {}, relations: 0 } satisfies BenchAnswer);
    } else if (context !== null) void extract(task.files, context).then((answer) => port.postMessage(answer));
  });
}
