/** Thread that runs console queries one at a time: what it decodes can neither block nor fill the server's own heap. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CypherResponse } from '#model/wire/console.ts';
import { connect } from '#server/store/driver.ts';
import { queryError } from './errors.ts';
import { execute } from './execute.ts';
import type { FromWorker, Job, WorkerData } from './protocol.ts';

const { database, guards }: WorkerData = workerData;
const connection = connect(database, {
  disableLosslessIntegers: false,
  maxConnectionPoolSize: 2,
  connectionAcquisitionTimeout: 4000,
  maxTransactionRetryTime: 0,
});

const tell = (message: FromWorker) => parentPort?.postMessage(message);

function answer(response: CypherResponse): void {
  const json = new TextEncoder().encode(JSON.stringify(response));
  parentPort?.postMessage({ kind: 'answer', json } satisfies FromWorker, [json.buffer]);
}

async function take(job: Job): Promise<void> {
  try {
    await execute(job, {
      driver: connection.driver,
      database: connection.database,
      guards,
      onStep: (step) => tell({ kind: 'step', step }),
      onAnswer: answer,
    });
  } catch (error) {
    const { code, message, position } = queryError(error, 0);
    tell({ kind: 'failure', error: { code, message, position } });
  }
  tell({ kind: 'idle' });
}

parentPort?.on('message', (job: Job) => void take(job));
tell({ kind: 'ready' });
