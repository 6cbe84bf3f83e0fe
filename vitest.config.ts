import { defineConfig } from 'vitest/config';

/** `unit` is pure and parallel; `store` shares one real Neo4j, file after file; `e2e` starts the whole product and a browser. */
export default defineConfig({
  test: {
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    outputFile: { json: 'build/vitest.json' },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{model,extraction,io,client,architecture,commands}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/properties.ts'],
          testTimeout: process.env['FAMAI_PROPERTY_RUNS'] === undefined ? 20_000 : 600_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['tests/{store,server,ingest,console}/**/*.test.ts'],
          globalSetup: ['tests/support/neo4j-global.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000, interval: 100 } },
        },
      },
    ],
  },
});
