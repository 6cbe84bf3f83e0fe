/** The hand-annotated documents, when they are at hand: a floor under duties and entities. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract } from './support.ts';

const GOLD = fileURLToPath(new URL('../../../../shared/gold/duties/', import.meta.url));
const present = existsSync(GOLD);
if (!present) console.info('金标准不在 ../shared/gold/duties，本组测试不运行 (gold set not present)');

interface GoldDuty {
  readonly doc: string;
  readonly text: string;
  readonly modality: string;
  readonly bearer: string | null;
  readonly bearer_alt?: readonly string[];
}

const goldDuties = (): GoldDuty[] =>
  readFileSync(`${GOLD}duties.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): GoldDuty => JSON.parse(line));

describe('the gold documents', () => {
  it.runIf(present)('nine of ten duties word for word, with modality and bearer', () => {
    const gold = goldDuties();
    let found = 0;
    let predicted = 0;
    for (const file of readdirSync(`${GOLD}docs`)) {
      const { text, duties } = extract(readFileSync(`${GOLD}docs/${file}`, 'utf8'));
      predicted += duties.length;
      const open = gold.filter((duty) => `${duty.doc}.txt` === file);
      for (const duty of duties) {
        const at = open.findIndex((g) => g.text === text.slice(duty.start, duty.end) && g.modality === duty.modality);
        const match = open[at];
        if (match === undefined) continue;
        open.splice(at, 1);
        if (match.bearer === duty.bearer || match.bearer_alt?.includes(duty.bearer ?? '')) found++;
      }
    }
    expect((2 * found) / (predicted + gold.length)).toBeGreaterThan(0.9);
  });
});
