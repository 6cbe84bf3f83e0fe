/** How far an import is: a bar with rate and time left on a terminal, a plain line now and then elsewhere. */
import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '#ingest/report.ts';

const PHASES = { scan: '读取 / reading', write: '写入 / writing', settle: '整理 / settling' } as const;
/** Between two plain lines. */
const EVERY_MS = 5_000;

export interface ProgressBar {
  update(progress: Progress): void;
  /** A line for a person that does not tear the bar. */
  line(text: string): void;
  stop(): void;
}

export const createProgressBar = (stream: WriteStream): ProgressBar =>
  stream.isTTY ? createBar(stream) : createLines(stream);

const createBar = (stream: WriteStream): ProgressBar => {
  const bar = new SingleBar(
    {
      stream,
      format: '{phase} |{bar}| {value}/{total} 份 · {rate} 行/秒 rows/s · 剩余 {eta_formatted} left',
      hideCursor: true,
      etaBuffer: 200,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let phase: Progress['phase'] | null = null;
  let started = 0;
  return {
    update: ({ phase: now, done, total, rows }) => {
      if (now !== phase) {
        if (phase !== null) bar.stop();
        phase = now;
        started = performance.now();
        bar.start(total, 0, { phase: PHASES[now], rate: '–' });
      }
      const seconds = (performance.now() - started) / 1000;
      bar.update(done, { rate: seconds > 0.5 && rows > 0 ? Math.round(rows / seconds).toLocaleString('en') : '–' });
    },
    line: (text) => {
      stream.clearLine(0);
      stream.cursorTo(0);
      stream.write(`${text}\n`);
    },
    stop: () => {
      if (phase !== null) bar.stop();
    },
  };
};

const createLines = (stream: WriteStream): ProgressBar => {
  let phase: Progress['phase'] | null = null;
  let [started, last] = [0, 0];
  return {
    update: ({ phase: now, done, total, rows }) => {
      const time = performance.now();
      if (now !== phase) {
        phase = now;
        started = time;
        last = time;
      }
      if (time - last < EVERY_MS) return;
      last = time;
      const seconds = (time - started) / 1000;
      const left = Math.round((seconds / Math.max(done, 1)) * (total - done));
      const rate = rows > 0 ? `，${Math.round(rows / seconds)} 行/秒 rows/s` : '';
      stream.write(`${PHASES[now]} ${done}/${total}${rate}，剩余 ${left} 秒 / ${left} s left\n`);
    },
    line: (text) => {
      stream.write(`${text}\n`);
    },
    stop: () => {},
  };
};
