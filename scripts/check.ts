/** `npm run check`: types, lint and format, unused code, import direction and cycles. Runs all, reports all, exits 1 if any failed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { aliasMap, cycles, directionFindings } from './check/import-graph.ts';
import { longFiles, projectSources } from './check/sources.ts';

const HELP = `npm run check

  Types (server, client, tests), Biome, knip, import direction and cycles, files over 300 lines.
  Exit code 0 when nothing was found.`;

const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['types: server, scripts, model', ['tsc', '-p', '.']],
  ['types: client', ['tsc', '-p', 'client']],
  ['types: tests', ['tsc', '-p', 'tests']],
  ['lint and format', ['biome', 'check', '--error-on-warnings', '.']],
  ['unused code', ['knip']],
];

const runStep = ([name, command]: (typeof STEPS)[number]): boolean => {
  const [program = '', ...rest] = command;
  const result = spawnSync(`node_modules/.bin/${program}`, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ok = result.status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  return ok;
};

const checkImports = (): boolean => {
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const files = projectSources('.');
  const aliases = aliasMap(imports);
  const findings = [
    ...directionFindings(files, aliases),
    ...cycles(files, aliases).map((cycle) => `import cycle: ${cycle.join(' → ')}`),
    ...longFiles(files),
  ];
  for (const finding of findings) console.error(finding);
  console.log(
    `${findings.length === 0 ? 'ok    ' : 'FAILED'} import direction, cycles and file length, ${files.length} files`,
  );
  return findings.length === 0;
};

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
if (values.help) console.log(HELP);
else {
  const results = [...STEPS.map(runStep), checkImports()];
  process.exitCode = results.every(Boolean) ? 0 : 1;
}
