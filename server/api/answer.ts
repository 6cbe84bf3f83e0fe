/** Sends JSON that holds as long as the graph does not change: made, serialised and compressed once. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

type Encoding = 'br' | 'gzip' | 'identity';
interface Entry {
  readonly etag: string;
  readonly identity: Buffer;
  readonly packed: Map<Encoding, Promise<Buffer>>;
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const MIN_PACKED = 1400;
/** Compression takes longer than it saves beyond this level for answers made on demand. */
const BROTLI_QUALITY = 4;

const pack = (body: Buffer, encoding: Encoding): Promise<Buffer> => {
  if (encoding === 'gzip') return toGzip(body, { level: 6 });
  if (encoding === 'br') {
    return toBrotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    });
  }
  return Promise.resolve(body);
};

const makeEntry = async (make: () => Promise<unknown>): Promise<Entry> => {
  const identity = Buffer.from(JSON.stringify(await make()), 'utf8');
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  return { etag, identity, packed: new Map() };
};

export interface AnswerCache {
  /** Answers a GET: from memory when this address was answered at this revision, else by `make`. */
  answer(request: Request, response: Response, revision: string, make: () => Promise<unknown>): Promise<void>;
}

/** @param maxBytes Of serialised answers kept; the least recently used go first. */
export const createAnswerCache = (maxBytes: number): AnswerCache => {
  const entries = new Map<string, Entry>();
  /** Answers under way: many who ask the same at once wait for one. */
  const making = new Map<string, Promise<Entry>>();
  let bytes = 0;

  const forget = (key: string): void => {
    bytes -= entries.get(key)?.identity.length ?? 0;
    entries.delete(key);
  };
  const keep = (key: string, entry: Entry): void => {
    forget(key);
    if (entry.identity.length > maxBytes / 4) return;
    entries.set(key, entry);
    bytes += entry.identity.length;
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break;
      forget(oldest);
    }
  };

  const entryFor = async (key: string, fresh: boolean, make: () => Promise<unknown>): Promise<Entry> => {
    const known = fresh ? undefined : entries.get(key);
    if (known !== undefined) {
      entries.delete(key);
      entries.set(key, known);
      return known;
    }
    const awaited = making.get(key);
    if (awaited !== undefined) return awaited;
    const made = makeEntry(make);
    making.set(key, made);
    try {
      const entry = await made;
      keep(key, entry);
      return entry;
    } finally {
      making.delete(key);
    }
  };

  return {
    answer: async (request, response, revision, make) => {
      // The address as it was asked for: two spellings of one question are merely two entries.
      const key = `${revision}\n${request.originalUrl}`;
      const fresh = request.headers['cache-control'] === 'no-store';
      const entry = await entryFor(key, fresh, make);
      response.setHeader('ETag', entry.etag);
      response.setHeader('Cache-Control', 'no-cache');
      response.vary('Accept-Encoding');
      response.type('json');
      if (request.fresh) {
        response.status(304).end();
        return;
      }
      const accepted =
        entry.identity.length < MIN_PACKED ? 'identity' : request.acceptsEncodings('br', 'gzip', 'identity');
      const encoding: Encoding = accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
      let packed = entry.packed.get(encoding);
      if (packed === undefined) {
        packed = pack(entry.identity, encoding);
        entry.packed.set(encoding, packed);
      }
      const body = await packed;
      if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
      response.setHeader('Content-Length', String(body.length));
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
};
