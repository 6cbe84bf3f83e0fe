/** `npm run bench -- NAME`: measured ratios, side by side in one run. */
import { parseArgs } from 'node:util';

const HELP = `npm run bench -- NAME [--corpus FOLDER] [--data FOLDER]

  extraction   whole extraction on 1 and 2 threads against one plain regular-expression scan of the same files
  import       import of the corpus against a plain UNWIND MERGE of the same rows
  http         p95 of cited-by, search, neighbours and a document of 1,000 articles on the imported corpus
  client       first frame and frames per second against plain sigma and cytoscape, same graph and camera
  load         200 concurrent users' mix for 60 s on the imported corpus, or against a server that runs at FAMAI_URL

  --corpus     folder of documents, default ../shared/corpus
  --data       http, load: a data folder (FAMAI_DATA) that is filled already; nothing is imported`;

type Bench = (corpus: string, data: string | undefined) => Promise<void>;
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  extraction: async () => (await import('./bench-extraction.ts')).benchExtraction,
  import: async () => (await import('./bench-import.ts')).benchImport,
  http: async () => (await import('./bench-http.ts')).benchHttp,
  client: async () => (await import('./bench-client.ts')).benchClient,
  load: async () => (await import('./bench-load.ts')).benchLoad,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    corpus: { type: 'string', default: '../shared/corpus' },
    data: { type: 'string' },
  },
});
const load = BENCHES[positionals[0] ?? ''];
if (values.help) console.log(HELP);
else if (load === undefined) {
  console.error(`bench: name one of ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else await (await load())(values.corpus, values.data);
