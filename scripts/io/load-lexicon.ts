/** Reads and checks the lexicon a lawyer edits (graph-data/lexicon). */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLawLexicon, LawEntry, NotName } from '#extraction/citations/lexicon.ts';
import type { LexiconFile } from '#extraction/clauses/word-file.ts';
import { compileDutyLexicon } from '#extraction/duties/lexicon.ts';
import { compileEntityLexicon } from '#extraction/entities/lexicon.ts';
import type { Lexicon } from '#extraction/pipeline.ts';
import { readJsonLinesOf } from './jsonl.ts';

const FOLDER = fileURLToPath(new URL('../../graph-data/lexicon/', import.meta.url));
const LAW_FILES = /^laws-(?!not-names).*\.jsonl$/;
const NOT_NAMES_FILE = /^laws-not-names\.jsonl$/;

const wordFiles = async (folder: string): Promise<LexiconFile[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
};

/** @throws FamaiError LEXICON naming file and line */
export const loadLexicon = async (folder: string = FOLDER): Promise<Lexicon> => {
  const [laws, notNames, words] = await Promise.all([
    readJsonLinesOf(folder, LAW_FILES, LawEntry),
    readJsonLinesOf(folder, NOT_NAMES_FILE, NotName),
    wordFiles(folder),
  ]);
  return {
    laws: compileLawLexicon({ laws, notNames }),
    entities: compileEntityLexicon(words),
    duties: compileDutyLexicon(words),
  };
};
