/** Reads and checks the lexicon a lawyer edits (graph-data/lexicon). */
import { fileURLToPath } from 'node:url';
import { compileLawLexicon, LawEntry, NotName } from '#extraction/citations/lexicon.ts';
import type { Lexicon } from '#extraction/pipeline.ts';
import { readJsonLinesOf } from './jsonl.ts';

const FOLDER = fileURLToPath(new URL('../../graph-data/lexicon/', import.meta.url));
const LAW_FILES = /^laws-(?!not-names).*\.jsonl$/;
const NOT_NAMES_FILE = /^laws-not-names\.jsonl$/;

/** @throws FamaiError LEXICON naming file and line */
export const loadLexicon = async (folder: string = FOLDER): Promise<Lexicon> => {
  const [laws, notNames] = await Promise.all([
    readJsonLinesOf(folder, LAW_FILES, LawEntry),
    readJsonLinesOf(folder, NOT_NAMES_FILE, NotName),
  ]);
  return { laws: compileLawLexicon({ laws, notNames }) };
};
