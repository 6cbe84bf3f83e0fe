import { describe, expect, it } from 'vitest';
import { proofOf } from '#client/panels/reader/proof.ts';
import { at, highlight, PROVISIONS, READ_TEXT } from './short-law.ts';

const law = highlight('citation', at('《刑法》'), at('《刑法》') + 4, '刑法', 'rel/7');
const read = { ...READ_TEXT, provisions: PROVISIONS, highlights: [law] };

describe('why a relationship of a text exists', () => {
  it('is the sentence in the address, with where it stands and what it names', () => {
    const start = at('违反第一条');
    const proof = proofOf(read, 'rel/7', { start, end: start + 10 });
    expect(proof?.quote).toBe('违反第一条第二款的，');
    expect(proof?.place).toBe('第一章 总则 › 第二条 › 第1款');
    expect(proof?.targets.map(({ name }) => name)).toEqual(['刑法']);
  });
  it('is the words that name the target where the address holds no sentence', () => {
    expect(proofOf(read, 'rel/7', null)?.quote).toBe('《刑法》');
  });
  it('is not known to the text for a relationship of another', () => {
    expect(proofOf(read, 'rel/elsewhere', null)).toBeNull();
  });
});
