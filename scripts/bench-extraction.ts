/** Extraction against the plain scan of the same files, in one run: ratios, because machines differ. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createContext, instrumentsOf } from '#extraction/context.ts';
import { parseFile } from '#extraction/pipeline.ts';
import { decodeBytes } from '#extraction/text/decode.ts';
import { loadLexicon } from '#io/load-lexicon.ts';
import { readTextFiles } from '#io/text-files.ts';
import { type FoundFile, walkPaths } from '#io/walk.ts';
import { FamaiError } from '#model/errors.ts';
import type { InstrumentText } from '#model/mentions.ts';
import type { BenchAnswer, BenchTask } from './bench/extraction-task.ts';

/** One regular expression over every file: the limit of what reading such files can reach. */
const SCAN = /《[^《》]{2,80}》|第[一二三四五六七八九十百零〇]{1,9}条/g;
const RUNS = 2;
const MB = 1_000_000;

const filesOf = async (corpus: string): Promise<FoundFile[]> => {
  const files: FoundFile[] = [];
  for await (const event of walkPaths([corpus])) if ('file' in event) files.push(event.file);
  if (files.length === 0) throw new FamaiError('NOT_FOUND', `没有可读的文件 (no files to read): ${corpus}`);
  return files;
};

interface Cost {
  readonly seconds: number;
  /** Processor time of all threads: what grows with the work, whatever else the machine does. */
  readonly cpuSeconds: number;
}

const timed = async (work: () => Promise<void>): Promise<Cost> => {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
};

/** The best of several runs: what disturbs a run only slows it. */
const best = async (work: () => Promise<void>): Promise<Cost> => {
  let [seconds, cpuSeconds] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < RUNS; i++) {
    const cost = await timed(work);
    seconds = Math.min(seconds, cost.seconds);
    cpuSeconds = Math.min(cpuSeconds, cost.cpuSeconds);
  }
  return { seconds, cpuSeconds };
};

const scan = async (files: readonly FoundFile[]): Promise<void> => {
  for (const file of files) {
    const { text } = decodeBytes(readFileSync(file.location));
    for (const _match of text.matchAll(SCAN));
  }
};

/** Everything on worker threads that are warm: reading, decoding, parsing, finding, resolving, assembling. */
const createThreads = async (count: number, instruments: readonly InstrumentText[]) => {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./bench/extraction-worker.ts', import.meta.url)),
  );
  const ask = async (worker: Worker, task: BenchTask): Promise<BenchAnswer> => {
    worker.postMessage(task);
    const [answer]: BenchAnswer[] = await once(worker, 'message');
    if (answer === undefined) throw new FamaiError('INTERNAL', 'a thread of the benchmark ended');
    return answer;
  };
  await Promise.all(workers.map((worker) => ask(worker, { kind: 'context', instruments })));
  const stageMs = new Map<string, number>();
  const work = async (worker: Worker, queue: FoundFile[]): Promise<void> => {
    for (let batch = queue.splice(0, BATCH); batch.length > 0; batch = queue.splice(0, BATCH)) {
      const answer = await ask(worker, { kind: 'extract', files: batch });
      for (const [stage, ms] of Object.entries(answer.stageMs)) stageMs.set(stage, (stageMs.get(stage) ?? 0) + ms);
    }
  };
  return {
    stageMs,
    run: async (files: readonly FoundFile[]): Promise<void> => {
      const queue = [...files];
      await Promise.all(workers.map((worker) => work(worker, queue)));
    },
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
};

const BATCH = 8;

const instrumentsIn = async (corpus: string): Promise<InstrumentText[]> => {
  const instruments: InstrumentText[] = [];
  for await (const event of readTextFiles([corpus])) {
    if ('problem' in event) continue;
    instruments.push(...instrumentsOf(parseFile({ path: event.file.path, ...event.content })));
  }
  createContext(await loadLexicon(), instruments);
  return instruments;
};

const rate = (bytes: number, { seconds }: Cost): number => bytes / MB / seconds;

/** The share by the clock; by processor time too, which a busy machine does not distort. */
const line = (name: string, bytes: number, cost: Cost, limit: Cost): string => {
  const share = (limit.seconds / cost.seconds) * 100;
  const cpuShare = (limit.cpuSeconds / cost.cpuSeconds) * 100;
  const shares = `${share.toFixed(1).padStart(5)} % of the scan (${cpuShare.toFixed(1)} % by processor time)`;
  return `${name.padEnd(30)} ${rate(bytes, cost).toFixed(1).padStart(7)} MB/s  ${shares}`;
};

/** Measures and prints; target at least 2.5 % of the scan on two threads, goal 10 %; twice the files, twice the work within 10 %. */
export const benchExtraction = async (corpus: string): Promise<void> => {
  const files = await filesOf(corpus);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${files.length} files, ${(bytes / MB).toFixed(1)} MB`);
  const instruments = await instrumentsIn(corpus);
  const limit = await best(() => scan(files));
  console.log(line('read, decode, one expression', bytes, limit, limit));
  for (const threads of [1, 2]) {
    const pool = await createThreads(threads, instruments);
    await pool.run(files);
    const single = await best(() => pool.run(files));
    console.log(line(`whole extraction, ${threads} thread${threads > 1 ? 's' : ''}`, bytes, single, limit));
    if (threads === 1) {
      const twice = await timed(() => pool.run([...files, ...files]));
      console.log(`  twice the files: ${(twice.cpuSeconds / single.cpuSeconds).toFixed(2)} times the processor time`);
    }
    await pool.close();
    const total = [...pool.stageMs.values()].reduce((sum, ms) => sum + ms, 0);
    const shares = [...pool.stageMs].map(([stage, ms]) => `${stage} ${((ms / total) * 100).toFixed(0)} %`);
    console.log(`  ${shares.join(', ')}`);
  }
};
