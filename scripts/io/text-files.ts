/** Walking and reading together: every path becomes a text or a problem, in order. */
import { FamaiError } from '#model/errors.ts';
import { readTextFile, type TextFile } from './read-file.ts';
import { type FoundFile, walkPaths } from './walk.ts';

export type TextFileEvent =
  | { readonly file: FoundFile; readonly content: TextFile }
  | { readonly problem: FamaiError; readonly shown: string };

const asProblem = (error: unknown): FamaiError =>
  error instanceof FamaiError
    ? error
    : new FamaiError('UNREADABLE', '文件无法读取 (the file cannot be read)', { cause: error });

/** One file at a time, so that memory holds one text however many there are. */
export async function* readTextFiles(paths: readonly string[]): AsyncGenerator<TextFileEvent> {
  for await (const event of walkPaths(paths)) {
    if ('problem' in event) yield event;
    else {
      try {
        yield { file: event.file, content: await readTextFile(event.file.location) };
      } catch (error) {
        yield { problem: asProblem(error), shown: event.file.shown };
      }
    }
  }
}
