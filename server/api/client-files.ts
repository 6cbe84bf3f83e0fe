/** The built client, held in memory: only what was built can be asked for, so no path leads out of it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Request, type Response, Router } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.wasm', '.webmanifest']);

/** Addresses that name what the page shows; each opens the page itself. */
const PAGES = ['/', '/law/*id', '/document/*id', '/laws', '/documents', '/duties', '/search', '/views', '/console'];

interface ClientFile {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Names under /assets carry a hash of their content. */
  readonly immutable: boolean;
  readonly br: () => Promise<Buffer>;
  readonly gzip: () => Promise<Buffer>;
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

const readClientFile = async (path: string, url: string): Promise<ClientFile | null> => {
  const type = TYPES[extname(path)];
  if (type === undefined) return null;
  const body = await readFile(path);
  const packs = PACKED.has(extname(path)) && body.length > 1000;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 8 } };
  return {
    body,
    type,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    immutable: url.startsWith('/assets/'),
    br: once(async () => (packs ? promisify(brotliCompress)(body, quality) : body)),
    gzip: once(async () => (packs ? promisify(gzip)(body) : body)),
  };
};

/** @returns By address; empty when nothing is built. */
const readClient = async (folder: string): Promise<Map<string, ClientFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, ClientFile>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    const file = await readClientFile(path, url);
    if (file !== null) files.set(url, file);
  }
  return files;
};

const send = async (request: Request, response: Response, file: ClientFile): Promise<void> => {
  response.setHeader('ETag', file.etag);
  response.setHeader('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Content-Type', file.type);
  response.vary('Accept-Encoding');
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
  const body = encoding === 'br' ? await file.br() : encoding === 'gzip' ? await file.gzip() : file.body;
  if (body !== file.body && (encoding === 'br' || encoding === 'gzip'))
    response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
};

/** Serves the client's files and, at the addresses of its pages, the page. */
export const clientRouter = async (folder: string): Promise<Router> => {
  const files = await readClient(folder);
  const router = Router();
  router.use(async (request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.path) : undefined;
    if (file === undefined) return next();
    await send(request, response, file);
  });
  const page = files.get('/index.html');
  if (page !== undefined) router.get(PAGES, (request, response) => send(request, response, page));
  return router;
};
