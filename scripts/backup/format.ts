/**
 * The file of a backup: gzip over JSON Lines. A header, all nodes, all relationships, and a trailer with their numbers and
 * the SHA-256 of every line before it, so that a cut or damaged file is refused before anything is written.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import { SCHEMA_VERSION } from '#server/store/schema.ts';
import { WholeNode, WholeRelation } from '#server/store/whole-graph.ts';

export const FORMAT_VERSION = 1;

const Header = z.object({ famai: z.literal('backup'), version: z.int(), schema: z.int(), createdAt: z.string() });
const Trailer = z.object({ nodes: z.int(), relations: z.int(), sha256: z.string() });
const Line = z.union([
  z.object({ header: Header }),
  z.object({ node: WholeNode }),
  z.object({ relation: WholeRelation }),
  z.object({ trailer: Trailer }),
]);
type Line = z.infer<typeof Line>;

export interface BackupCounts {
  readonly nodes: number;
  readonly relations: number;
}

/** All lines of a backup, each with its line break. */
export async function* backupLines(
  nodes: AsyncIterable<WholeNode>,
  relations: AsyncIterable<WholeRelation>,
  createdAt: string,
  onEnd: (counts: BackupCounts) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counts = { nodes: 0, relations: 0 };
  const line = (value: Line): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line({ header: { famai: 'backup', version: FORMAT_VERSION, schema: SCHEMA_VERSION, createdAt } });
  for await (const node of nodes) {
    counts.nodes += 1;
    yield line({ node });
  }
  for await (const relation of relations) {
    counts.relations += 1;
    yield line({ relation });
  }
  yield `${JSON.stringify({ trailer: { ...counts, sha256: hash.digest('hex') } })}\n`;
  onEnd(counts);
}

const damaged = (why: string, cause?: unknown): FamaiError =>
  new FamaiError('UNREADABLE', `备份文件无法读取：${why}。 / The backup file cannot be read.`, { cause });

/** The file's lines as text. @throws FamaiError UNREADABLE */
async function* textLines(file: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  const source = createReadStream(file);
  const piping = pipeline(source, gunzip);
  piping.catch(() => {});
  try {
    for await (const line of createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
    await piping;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw damaged(missing ? '文件不存在' : '不是完整的 gzip 文件', error);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

const parseLine = (text: string, number: number): Line => {
  try {
    return Line.parse(JSON.parse(text));
  } catch (error) {
    throw damaged(`第 ${number} 行不合格式`, error);
  }
};

/** Reads the file once without using it. @throws FamaiError UNREADABLE when it is damaged, SCHEMA_TOO_NEW when a newer program wrote it */
export const checkBackup = async (file: string): Promise<BackupCounts> => {
  const hash = createHash('sha256');
  const counts = { nodes: 0, relations: 0 };
  let [number, complete] = [0, false];
  for await (const text of textLines(file)) {
    number += 1;
    if (complete) throw damaged('结尾之后还有内容');
    const line = parseLine(text, number);
    if ((number === 1) !== 'header' in line) throw damaged('这不是法脉的备份');
    if ('header' in line && (line.header.version > FORMAT_VERSION || line.header.schema > SCHEMA_VERSION)) {
      throw new FamaiError(
        'SCHEMA_TOO_NEW',
        '备份由更新版本的法脉写成：请升级程序。 / A newer Famai wrote this backup: upgrade.',
      );
    }
    if ('node' in line) counts.nodes += 1;
    if ('relation' in line) counts.relations += 1;
    if ('trailer' in line) {
      const { nodes, relations, sha256 } = line.trailer;
      complete = nodes === counts.nodes && relations === counts.relations && sha256 === hash.digest('hex');
      if (!complete) throw damaged('校验和不符');
    } else hash.update(`${text}\n`);
  }
  if (!complete) throw damaged('文件不完整');
  return counts;
};

/** The entries of a file that has been checked. */
export async function* readBackup(
  file: string,
): AsyncGenerator<Exclude<Line, { header: unknown } | { trailer: unknown }>> {
  let number = 0;
  for await (const text of textLines(file)) {
    number += 1;
    const line = parseLine(text, number);
    if ('node' in line || 'relation' in line) yield line;
  }
}
