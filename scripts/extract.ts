/** `npm run -s extract -- PATH…`: what is found in the documents, as JSON Lines on stdout; no database. */
import { parseArgs } from 'node:util';
import { createContext, instrumentsOf } from '#extraction/context.ts';
import { extractDocument, parseFile, toLines } from '#extraction/pipeline.ts';
import { loadLexicon } from '#io/load-lexicon.ts';
import { readTextFiles } from '#io/text-files.ts';
import { FamaiError } from '#model/errors.ts';
import { runCommandLine } from './command-line.ts';

const HELP = `npm run -s extract -- PATH…

Reads files and folders (.txt .md .html .docx .pdf) and writes one JSON object a line to stdout:
  {"kind":"citation","file","start","end","text","type":"law|self|previous","target","articles":[],"paragraph","item","range"?,"resolved","reason"?}
  {"kind":"duty","file","start","end","text","modality","bearer","functions":[],"laws":[],"aspect"}
  {"kind":"entity","file","start","end","text","type":"function|organ|law|aspect|crime","canonical"}
Offsets are UTF-16 code units into the decoded file. Citations resolve against the given files and the lexicon.
A file that cannot be read gives one line on stderr and the rest goes on; the exit code is then 1.`;

/** Writes and waits when the reader is slower; a reader that has gone ends the command quietly. */
const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error == null ? resolve() : reject(error)));
  });

const extract = async (paths: readonly string[]): Promise<void> => {
  const lexicon = await loadLexicon();
  const instruments = [];
  for await (const event of readTextFiles(paths)) {
    if ('problem' in event) continue;
    instruments.push(...instrumentsOf(parseFile({ path: event.file.path, ...event.content })));
  }
  const context = createContext(lexicon, instruments);
  for await (const event of readTextFiles(paths)) {
    if ('problem' in event) {
      process.stderr.write(`${event.shown}: ${event.problem.message}\n`);
      process.exitCode = 1;
      continue;
    }
    const { file, content } = event;
    const lines = parseFile({ path: file.path, ...content }).documents.flatMap((doc) =>
      toLines(file.shown, doc, extractDocument(doc, context), content.text),
    );
    if (lines.length > 0) await write(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  }
};

const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

await runCommandLine(async () => {
  process.stdout.on('error', () => undefined);
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  if (positionals.length === 0)
    throw new FamaiError('BAD_REQUEST', '请给出文件或文件夹 (name files or folders; --help)');
  try {
    await extract(positionals);
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
});
