import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aliasMap, cycles, directionFindings, importsOf } from '../../scripts/check/import-graph.ts';
import { longFiles, projectSources } from '../../scripts/check/sources.ts';

const aliases = aliasMap(JSON.parse(readFileSync('package.json', 'utf8')).imports);
const files = projectSources('.');

describe('the project', () => {
  it('imports one way only', () => {
    expect(files.length).toBeGreaterThan(15);
    expect(directionFindings(files, aliases)).toEqual([]);
  });
  it('has no import cycle', () => expect(cycles(files, aliases)).toEqual([]));
  it('keeps files under 300 lines', () => expect(longFiles(files)).toEqual([]));
});

describe('a planted violation is found', () => {
  const plant = (path: string, text: string) => directionFindings([{ path, text }], aliases);
  it.each([
    ['extraction reads the store', 'scripts/extraction/a.ts', `import { x } from '#server/store/driver.ts';`],
    ['the store reads extraction', 'server/store/a.ts', `import { x } from '#extraction/pipeline.ts';`],
    ['the client reads the server', 'client/a.tsx', `import { x } from '../server/config.ts';`],
    ['the model reads anything', 'graph-data/model/a.ts', `import type { X } from '#server/config.ts';`],
    ['the server reads the client', 'server/api/a.ts', `export { x } from '#client/main.tsx';`],
    ['a service uses the web framework', 'server/services/a.ts', `import express from 'express';`],
    ['the api uses the driver', 'server/api/a.ts', `import neo4j from 'neo4j-driver';`],
    ['extraction reads the disk', 'scripts/extraction/a.ts', `import { readFileSync } from 'node:fs';`],
    ['a dynamic import', 'client/a.ts', `const x = await import('#server/main.ts');`],
  ])('%s', (_name, path, text) => expect(plant(path, text)).toHaveLength(1));

  it.each([
    ['the model by everyone', 'client/a.ts', `import { lawId } from '#model/ids.ts';`],
    ['a sibling', 'scripts/extraction/text/a.ts', `import { b } from './b.ts';`],
    ['services by the api', 'server/api/a.ts', `import { laws } from '#server/services/laws.ts';`],
  ])('but not %s', (_name, path, text) => expect(plant(path, text)).toEqual([]));

  it('a cycle over three files', () => {
    const ring = [
      { path: 'scripts/io/a.ts', text: `import './b.ts';` },
      { path: 'scripts/io/b.ts', text: `import { c } from './c.ts';` },
      { path: 'scripts/io/c.ts', text: `import type { A } from './a.ts';` },
    ];
    expect(cycles(ring, aliases)).toEqual([
      ['scripts/io/a.ts', 'scripts/io/b.ts', 'scripts/io/c.ts', 'scripts/io/a.ts'],
    ]);
  });

  it('a file over the ceiling', () =>
    expect(longFiles([{ path: 'server/a.ts', text: 'x\n'.repeat(301) }])).toEqual([
      'server/a.ts: 301 lines, the ceiling is 300',
    ]));
});

describe('importsOf', () => {
  it.each([
    [`import a from 'x';`, ['x']],
    [`import {\n  a,\n  b,\n} from './y.ts';`, ['./y.ts']],
    [`import type { A } from '#model/ids.ts';`, ['#model/ids.ts']],
    [`import './side.css';`, ['./side.css']],
    [`export { a } from './z.ts';`, ['./z.ts']],
    [`await import('late');`, ['late']],
    [`const s = "from 'nothing'";`, []],
  ])('%s', (text, expected) => expect(importsOf(text)).toEqual(expected));
});
