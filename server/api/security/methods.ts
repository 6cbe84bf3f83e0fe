/** Which methods a path answers to, read off the one list of routes. */
import { EXPORT_PATH, IMPORT_PATH, ROUTES, type Route } from '#model/wire/routes.ts';

const TABLE: readonly { pattern: RegExp; method: string }[] = [
  ...Object.values(ROUTES).map((route: Route) => ({ pattern: patternOf(route.path), method: route.method })),
  { pattern: patternOf(IMPORT_PATH), method: 'POST' },
  { pattern: patternOf(EXPORT_PATH), method: 'GET' },
];

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`);
}

/** Pages and files are only read; an unknown path under /api is left to the route table, which answers 404. */
export function allowedMethods(path: string): string[] {
  const known = TABLE.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  if (known.length === 0) return path.startsWith('/api/') ? ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] : ['GET', 'HEAD'];
  return [...new Set(known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}
