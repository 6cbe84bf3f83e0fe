/**
 * The word lists a lawyer edits (graph-data/lexicon/*.txt): `[section]` lines, words separated by blanks,
 * `name = canonical、canonical` lines, notes after #. Pure: the text comes in, the caller reads the file.
 */
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';

export interface LexiconFile {
  /** File name as a user knows it, for messages. */
  readonly name: string;
  readonly text: string;
}

const Word = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\p{Script=Han}、（）“”〇·]+$/u, '只能是汉字 (Chinese characters only)');

export const WordEntry = z.strictObject({
  word: Word,
  /** What the word stands for; empty when it stands for itself. */
  meaning: z.array(Word),
});
export type WordEntry = z.infer<typeof WordEntry>;

export type Sections<S extends string> = Readonly<Record<S, readonly WordEntry[]>>;

const fail = (file: string, line: number, what: string): FamaiError =>
  new FamaiError('LEXICON', `${file} 第 ${line} 行：${what}`, { position: { line, column: 1, offset: 0 } });

const entriesOf = (line: string): { word: string; meaning: string[] }[] => {
  const sign = line.indexOf('=');
  if (sign < 0) return line.split(/\s+/).map((word) => ({ word, meaning: [] }));
  return [
    {
      word: line.slice(0, sign).trim(),
      meaning: line
        .slice(sign + 1)
        .trim()
        .split('、'),
    },
  ];
};

/**
 * Reads the files into the sections named. Of equal words in one section the first counts.
 * @throws FamaiError LEXICON naming file and line: a section that is not known, a word outside a section, a word that is no word
 */
export const readSections = <S extends string>(files: readonly LexiconFile[], names: readonly S[]): Sections<S> => {
  const found = new Map<string, Map<string, WordEntry>>(names.map((name) => [name, new Map()]));
  for (const file of files) {
    let section: Map<string, WordEntry> | undefined;
    file.text.split('\n').forEach((printed, index) => {
      const line = printed.replace(/#.*$/, '').trim();
      if (line === '') return;
      const header = /^\[(.+)\]$/.exec(line)?.[1];
      if (header !== undefined) {
        section = found.get(header);
        if (section === undefined)
          throw fail(file.name, index + 1, `没有“${header}”这个类别，可用的有：${names.join('、')}`);
        return;
      }
      if (section === undefined) throw fail(file.name, index + 1, '词写在类别之前，请先写一行 […]');
      for (const raw of entriesOf(line)) {
        const entry = WordEntry.safeParse(raw);
        if (!entry.success) throw fail(file.name, index + 1, `“${raw.word}”：${z.prettifyError(entry.error)}`);
        if (!section.has(entry.data.word)) section.set(entry.data.word, entry.data);
      }
    });
  }
  const sections: Partial<Record<S, readonly WordEntry[]>> = {};
  for (const name of names) sections[name] = [...(found.get(name)?.values() ?? [])];
  return complete(sections, names);
};

const complete = <S extends string>(
  sections: Partial<Record<S, readonly WordEntry[]>>,
  names: readonly S[],
): Sections<S> => {
  const isComplete = (value: Partial<Record<S, readonly WordEntry[]>>): value is Record<S, readonly WordEntry[]> =>
    names.every((name) => value[name] !== undefined);
  if (!isComplete(sections)) throw new FamaiError('LEXICON', '词表缺少类别');
  return sections;
};

export const wordsOf = (entries: readonly WordEntry[]): string[] => entries.map((entry) => entry.word);
