/** Which methods a path answers to, read off the one list of routes. */
import { EXPORT_PATH, IMPORT_PATH, ROUTES, type Route } from '#model/wire/routes.ts';

interface Row {
  readonly path: string;
  readonly pattern: RegExp;
  readonly method: string;
}
const row = (path: string, method: string): Row => ({ path, pattern: patternOf(path), method });

const TABLE: readonly Row[] = [
  ...Object.values(ROUTES).map((route: Route) => row(route.path, route.method)),
  row(IMPORT_PATH, 'POST'),
  row(EXPORT_PATH, 'GET'),
];

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`);
}

/** Pages and files are only read; an unknown path under /api is left to the route table, which answers 404. */
export function allowedMethods(path: string): string[] {
  const fitting = TABLE.filter(({ pattern }) => pattern.test(path));
  // `/api/cypher/schema` is a place of its own, not the query of that id.
  const named = fitting.filter((each) => each.path === path);
  const known = (named.length > 0 ? named : fitting).map(({ method }) => method);
  if (known.length === 0) return path.startsWith('/api/') ? ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] : ['GET', 'HEAD'];
  return [...new Set(known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}
