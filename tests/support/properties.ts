/** `FAMAI_PROPERTY_RUNS=20000 npx vitest run --project unit`: property tests with more texts than the usual hundred of each. */
import fc from 'fast-check';

const runs = Number(process.env['FAMAI_PROPERTY_RUNS'] ?? '');
if (Number.isInteger(runs) && runs > 0) fc.configureGlobal({ numRuns: runs });
