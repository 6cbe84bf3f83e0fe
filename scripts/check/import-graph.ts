/** Reads the imports of a set of sources and holds them against the rules. Pure: paths and texts in, findings out. */
import { EFFECT_PACKAGES, IMPORT_RULES, PACKAGE_HOMES, PURE_LAYERS } from './import-rules.ts';

export interface SourceFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Specifiers a source imports or re-exports, static and dynamic. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');

const resolvePath = (from: string, specifier: string, aliases: ReadonlyMap<string, string>): string | null => {
  for (const [alias, folder] of aliases) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  if (!specifier.startsWith('.')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/').replace(/\?.*$/, '');
};

const inLayer = (path: string, layer: string): boolean => path === layer || path.startsWith(`${layer}/`);
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** `#model/*` → `./graph-data/model/*` of package.json as prefix → folder. */
export const aliasMap = (imports: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(imports).map(([alias, target]) => [
      alias.replace('*', ''),
      target.replace(/^\.\//, '').replace('*', ''),
    ]),
  );

/** One line per import that goes the wrong way, per package outside its home, per effect in a pure layer. */
export const directionFindings = (files: readonly SourceFile[], aliases: ReadonlyMap<string, string>): string[] => {
  const findings: string[] = [];
  for (const file of files) {
    const rule = IMPORT_RULES.find((candidate) => inLayer(file.path, candidate.layer));
    for (const specifier of importsOf(file.text)) {
      const target = resolvePath(file.path, specifier, aliases);
      if (target === null) {
        const homes = PACKAGE_HOMES[packageOf(specifier)];
        if (homes !== undefined && !homes.some((home) => file.path.startsWith(home))) {
          findings.push(`${file.path}: ${specifier} belongs to ${homes[0]}`);
        }
        if (EFFECT_PACKAGES.test(specifier) && PURE_LAYERS.some((layer) => inLayer(file.path, layer))) {
          findings.push(`${file.path}: ${specifier} has no place in a pure layer`);
        }
        continue;
      }
      if (rule === undefined || inLayer(target, rule.layer)) continue;
      if (!rule.may.some((layer) => inLayer(target, layer))) {
        findings.push(`${file.path}: ${rule.layer} must not import ${target}`);
      }
    }
  }
  return findings;
};

/** Each import cycle once, as the list of its files. `import type` counts: a cycle of types is one to mend as well. */
export const cycles = (files: readonly SourceFile[], aliases: ReadonlyMap<string, string>): string[][] => {
  const known = new Set(files.map((file) => file.path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file.text)
        .map((specifier) => resolvePath(file.path, specifier, aliases))
        .filter((target): target is string => target !== null && known.has(target)),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of known) visit(path, []);
  return found;
};
