import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#extraction/pipeline.ts';
import { placeOf } from '#extraction/resolve/place.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { resolve, targets } from './support.ts';

/** The sample corpus lies beside the project and is not part of it. */
const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const present = existsSync(CORPUS);
if (!present) console.info('the sample corpus is not here: the acid tests on two of its texts are left out');

function load(name: string): ParsedDocument {
  for (const folder of readdirSync(CORPUS)) {
    const path = join(CORPUS, folder, name);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    const [doc] = parseFile({ path: `${folder}/${name}`, text, sha256: '0'.repeat(64), encoding: 'utf-8' }).documents;
    if (doc !== undefined) return doc;
  }
  throw new Error(`${name} is not in the corpus`);
}

/** `26.2` for 第二十六条第二款, of everything one 条 (and 款) cites of its own text. */
function cited(doc: ParsedDocument, article: string, paragraph?: number): string[] {
  return resolve(doc)
    .filter((c) => {
      const place = placeOf(doc, c.start);
      return place.article === article && (paragraph === undefined || place.paragraph === paragraph);
    })
    .flatMap((c) => targets(doc, c).map((t) => t.replace(/art_|par_|pnt_/g, '').replaceAll('/', '.')));
}

describe('articles that cite many', () => {
  it.runIf(present)('未成年人网络保护条例第五十六条', () => {
    const doc = load('未成年人网络保护条例(2023-10-16).md');
    expect(cited(doc, '56')).toEqual([
      '26.2',
      '26.3',
      '28',
      '29.1',
      '31.2',
      '36',
      '38.1',
      '42',
      '43',
      '44',
      '45',
      '46.2',
      '47',
    ]);
  });

  it.runIf(present)('网络安全法（2016）第五十九条、第六十条、第六十四条', () => {
    const doc = load('网络安全法(2016-11-07).md');
    expect(cited(doc, '59', 1)).toEqual(['21', '25']);
    expect(cited(doc, '59', 2)).toEqual(['33', '34', '36', '38']);
    expect(cited(doc, '60')).toEqual(['22.1', '22.2', '48.1']);
    expect(cited(doc, '64', 1)).toEqual(['22.3', '41', '42', '43']);
  });
});
