/** What a thread does with each task. */

import { textHash } from '#extraction/assemble/hash.ts';
import { createContext } from '#extraction/context.ts';
import {
  assembleFragment,
  type ExtractionContext,
  extractDocument,
  type ParsedFile,
  parseFile,
} from '#extraction/pipeline.ts';
import { instrumentOf } from '#extraction/resolve/instruments.ts';
import { loadLexicon } from '#io/load-lexicon.ts';
import { readTextFile, type TextFile } from '#io/read-file.ts';
import { FamaiError } from '#model/errors.ts';
import { GraphFragment } from '#model/graph.ts';
import type { Task, TaskResult, TextOrigin } from './tasks.ts';

/** Code units of text whose parse is kept between the two passes. Parsing again costs less than keeping: 1,000,000 take some 25 MB. */
const CACHE_CHARS = 1_000_000;

interface Parsed {
  readonly content: TextFile;
  readonly file: ParsedFile;
}

const createCache = () => {
  const parsed = new Map<string, Parsed>();
  let chars = 0;
  return {
    keep: (path: string, entry: Parsed): void => {
      if (chars + entry.content.text.length > CACHE_CHARS) return;
      chars += entry.content.text.length;
      parsed.set(path, entry);
    },
    /** Each is needed once: taking it frees its room. */
    take: (path: string): Parsed | null => {
      const entry = parsed.get(path);
      if (entry === undefined) return null;
      parsed.delete(path);
      chars -= entry.content.text.length;
      return entry;
    },
  };
};

const readOrigin = async (origin: TextOrigin): Promise<TextFile> =>
  origin.from === 'disk' ? readTextFile(origin.location) : origin;

const parse = (path: string, content: TextFile): Parsed => ({ content, file: parseFile({ path, ...content }) });

const failure = (error: unknown): TaskResult =>
  error instanceof FamaiError
    ? { kind: 'failed', code: error.code, message: error.message }
    : {
        kind: 'failed',
        code: 'INTERNAL',
        message: `处理时出错 (an error while reading): ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`,
      };

export interface Thread {
  /** Never rejects: what goes wrong is a `failed` result. */
  perform(task: Task): Promise<TaskResult>;
}

export const createThread = (): Thread => {
  const cache = createCache();
  const lexicon = loadLexicon();
  // Reported by the first task that needs it.
  lexicon.catch(() => {});
  let context: ExtractionContext | null = null;

  const scan = async (task: Extract<Task, { kind: 'scan' }>): Promise<TaskResult> => {
    const content = await readOrigin(task.origin);
    if (content.sha256 === task.knownSha256) return { kind: 'unchanged' };
    const parsed = parse(task.path, content);
    cache.keep(task.path, parsed);
    return {
      kind: 'scanned',
      sha256: content.sha256,
      encoding: content.encoding,
      documents: parsed.file.documents.map((doc) => ({
        parsedId: doc.id,
        title: doc.title,
        textHash: textHash(doc),
        sources: parsed.file.sources,
        instrument: instrumentOf(doc),
      })),
    };
  };

  const extract = async (task: Extract<Task, { kind: 'extract' }>): Promise<TaskResult> => {
    if (context === null) throw new FamaiError('INTERNAL', '导入顺序有误 (extraction before its context)');
    const { content, file } = cache.take(task.path) ?? parse(task.path, await readOrigin(task.origin));
    const { document } = task;
    const doc = file.documents.find((found) => found.id === document.parsedId);
    if (doc === undefined)
      throw new FamaiError('UNREADABLE', '文件在导入过程中被改动，请再导入一次 (the file changed meanwhile)');
    const named = { ...doc, id: document.id };
    const fragment = assembleFragment(named, document.sources, extractDocument(named, context), content.text);
    const checked = GraphFragment.safeParse(fragment);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      throw new FamaiError(
        'INTERNAL',
        `抽取结果不合规 (not a valid graph): ${issue?.path.join('.')} ${issue?.message}`,
      );
    }
    return { kind: 'extracted', fragment, text: content.text };
  };

  const perform = async (task: Task): Promise<TaskResult> => {
    try {
      if (task.kind === 'scan') return await scan(task);
      if (task.kind === 'extract') return await extract(task);
      if (task.kind === 'read') {
        const content = cache.take(task.path)?.content ?? (await readOrigin(task.origin));
        return { kind: 'read', text: content.text };
      }
      context = createContext(await lexicon, task.instruments);
      return { kind: 'ready' };
    } catch (error) {
      return failure(error);
    }
  };
  return { perform };
};
