import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '#model/structure.ts';
import { parse } from './outline.ts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const present = existsSync(CORPUS);
if (!present) console.log('../shared/corpus is not here: the statistics over it are left out');

const documents = (): { path: string; doc: ParsedDocument }[] =>
  readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path, doc: parse(readFileSync(join(CORPUS, path), 'utf8'), path) }));

/** Lines of the body that begin as a numbered article does. */
const articleLines = (doc: ParsedDocument): number =>
  doc.clean.text
    .slice(doc.bodyStart)
    .match(/^#* ?第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)? /gm)?.length ?? 0;

describe('statistics over the corpus sample', () => {
  it.runIf(present)(
    'no article is missed, none is out of order, none comes twice',
    () => {
      const all = documents();
      expect(all.length).toBeGreaterThan(1000);
      const odd = all.flatMap(({ path, doc }) => {
        const articles = doc.units.filter((unit) => unit.level === 'article').length;
        const missed =
          doc.kind !== 'case' && articles < articleLines(doc)
            ? [`${path}: ${articles} of ${articleLines(doc)} articles`]
            : [];
        const warnings = doc.findings.filter(({ kind }) => kind === 'warning').map(({ code }) => `${path}: ${code}`);
        return [...missed, ...warnings];
      });
      expect(odd).toEqual([]);
    },
    60_000,
  );

  it.runIf(present)(
    'repairs are few, and every statute has articles',
    () => {
      const all = documents();
      const repaired = all.filter(({ doc }) => doc.findings.some(({ kind }) => kind === 'repaired'));
      expect(repaired.length).toBeLessThan(all.length * 0.05);
      const without = all.filter(
        ({ doc }) => doc.kind === 'statute' && !doc.units.some((unit) => unit.level === 'article'),
      );
      expect(without.map(({ path }) => path)).toHaveLength(2);
      console.log(`${repaired.length} of ${all.length} files needed a repair`);
    },
    60_000,
  );
});
