/** `npm run bench -- load`: 200 people at once for a minute; what each kind of answer took, and what it did to the server. */
import { openServer, type ServerUnderTest } from './bench-load/server-under-test.ts';
import { findTargets, KINDS, runUser, type Sample } from './bench-load/users.ts';

const USERS = 200;

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const line = (name: string, samples: readonly Sample[], seconds: number): string => {
  const times = samples.map(({ ms }) => ms).sort((a, b) => a - b);
  const errors = samples.filter(({ error }) => error !== null);
  const waits = samples.reduce((sum, sample) => sum + sample.waits, 0);
  const cells = [
    name.padEnd(12),
    String(samples.length).padStart(7),
    (samples.length / seconds).toFixed(1).padStart(8),
    ...[0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(0).padStart(8)),
    String(errors.length).padStart(8),
    String(waits).padStart(8),
  ];
  return cells.join('');
};

/** One figure of /metrics, in milliseconds. */
const metric = (text: string, name: string): string => {
  const value = new RegExp(`^${name} ([\\d.e+-]+)`, 'm').exec(text)?.[1];
  return value === undefined ? '?' : (Number(value) * 1000).toFixed(0);
};

const report = async (server: ServerUnderTest, samples: readonly Sample[], seconds: number): Promise<void> => {
  console.log(`${USERS} users, ${seconds} s, think time 0.5 to 1.5 s`);
  console.log('kind           count  per sec  p50 ms  p95 ms  p99 ms  errors   waits');
  for (const kind of KINDS)
    console.log(
      line(
        kind,
        samples.filter((sample) => sample.kind === kind),
        seconds,
      ),
    );
  console.log(line('all', samples, seconds));
  const failures = Map.groupBy(
    samples.filter(({ error }) => error !== null),
    ({ kind, error }) => `${kind} ${error}`,
  );
  for (const [what, list] of failures) console.log(`  ${what}: ${list.length}`);
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const lag = ['mean', 'p50', 'p99', 'max'].map((part) => {
    const name = part === 'max' ? 'nodejs_eventloop_lag_max_seconds' : `nodejs_eventloop_lag_${part}_seconds`;
    return `${part} ${metric(text, name)}`;
  });
  const memory = await server.memory();
  console.log(`event loop delay ms: ${lag.join(', ')}`);
  console.log(`memory MB: app ${memory.app ?? '?'}, database ${memory.database ?? '?'}`);
};

/**
 * Runs the mix against `FAMAI_URL`, or against a server of its own with the corpus imported. `FAMAI_BENCH_SECONDS`, 60 by default.
 * The exit code is 1 when any request failed.
 */
export const benchLoad = async (corpus: string, data?: string): Promise<void> => {
  const seconds = Number(process.env['FAMAI_BENCH_SECONDS'] ?? 60);
  const server = await openServer(corpus, data);
  try {
    const targets = await findTargets(server.url);
    const samples: Sample[] = [];
    const until = performance.now() + seconds * 1000;
    await Promise.all(
      Array.from({ length: USERS }, (_, seed) =>
        runUser(server.url, seed + 1, targets, until, (sample) => samples.push(sample)),
      ),
    );
    await report(server, samples, seconds);
    if (samples.some(({ error }) => error !== null)) process.exitCode = 1;
  } finally {
    await server.close();
  }
};
