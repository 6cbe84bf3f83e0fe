/** The checks every request passes before a route sees it. Each is exported alone so that a test can show it alone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { FamaiError } from '#model/errors.ts';
import { IMPORT_PATH } from '#model/wire/routes.ts';
import { countHosts, type HostPolicy, hostAllowed, isLoopback, originAllowed } from './hosts.ts';
import { allowedMethods } from './methods.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The console reads: it needs no token although it is a POST. */
const READING_POST = /^\/api\/cypher(\/|$)/;

/** 421 unless exactly one Host header names this server. */
export function hostDoor(policy: HostPolicy): RequestHandler {
  return (request, _response, next) => {
    const one = countHosts(request.rawHeaders) === 1;
    if (one && hostAllowed(request.headers.host, request.socket.localPort, policy)) return next();
    next(new FamaiError('MISDIRECTED', '主机名不被接受：请用启动时显示的地址打开；经域名访问时把域名写入 FAMAI_HOSTS'));
  };
}

/**
 * 403 for requests that another page makes: an own Origin, or none, and Sec-Fetch-Site same-origin or none. Another
 * port of localhost is same-site, so that is refused too. Following a link from elsewhere (a navigation) is allowed.
 */
export function originDoor(): RequestHandler {
  return (request, _response, next) => {
    const site = request.headers['sec-fetch-site'];
    const ownSite = site === undefined || site === 'same-origin' || site === 'none';
    const ownOrigin = originAllowed(request.headers.origin, request.headers.host ?? '');
    const reads = SAFE_METHODS.has(request.method);
    const navigates = request.headers['sec-fetch-mode'] === 'navigate' || !request.path.startsWith('/api/');
    if (reads ? ownSite || navigates : ownSite && ownOrigin) return next();
    next(new FamaiError('FORBIDDEN', '不接受其他网页发来的请求：请在本应用的页面内操作'));
  };
}

/** 405 for a known path with another method, and for methods no page of ours uses. */
export function methodDoor(): RequestHandler {
  return (request, response, next) => {
    const methods = allowedMethods(request.path);
    if (methods.includes(request.method)) return next();
    response.setHeader('Allow', methods.join(', '));
    next(new FamaiError('METHOD_NOT_ALLOWED', `此地址只支持 ${methods.join('、')}`));
  };
}

/** 415 for bodies that are not JSON, so that a form of another site cannot write without a preflight. */
export function contentTypeDoor(): RequestHandler {
  return (request, _response, next) => {
    if (SAFE_METHODS.has(request.method) || !hasBody(request)) return next();
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const wanted = request.path === IMPORT_PATH ? 'multipart/form-data' : 'application/json';
    const charset = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase();
    if (type === wanted && (charset === undefined || charset === 'utf-8' || charset === 'utf8')) return next();
    next(new FamaiError('UNSUPPORTED_TYPE', `内容类型须为 ${wanted}，编码须为 UTF-8`));
  };
}

/** A POST or PUT always claims a body, so a missing content type does not slip through. */
function hasBody(request: Request): boolean {
  if (request.method === 'POST' || request.method === 'PUT' || request.method === 'PATCH') return true;
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** 401 for writes and imports on an opened server without the bearer token. On loopback nobody else can come in. */
export function tokenDoor(config: { host: string; token: string | null }): RequestHandler {
  return (request, response, next) => {
    if (isLoopback(config.host) || SAFE_METHODS.has(request.method) || READING_POST.test(request.path)) return next();
    const given = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (config.token !== null && given !== undefined && sameSecret(given, config.token)) return next();
    response.setHeader('WWW-Authenticate', 'Bearer');
    const how = config.token === null ? '服务器未设置 FAMAI_TOKEN，写入和导入已关闭' : '写入和导入需要令牌 FAMAI_TOKEN';
    next(new FamaiError('UNAUTHORIZED', how));
  };
}

/** Compares digests, so that neither content nor length shows in the time taken. */
function sameSecret(a: string, b: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
