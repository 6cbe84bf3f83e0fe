import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseJsonLines } from '#io/jsonl.ts';
import { loadLexicon } from '#io/load-lexicon.ts';

const Entry = z.strictObject({ name: z.string().min(2) });

describe('lexicon files', () => {
  it('the committed lexicon is valid', async () => {
    const lexicon = await loadLexicon();
    expect(lexicon.laws.find('中华人民共和国刑法').map(({ title }) => title)).toEqual(['刑法']);
  });

  it('empty lines and notes are left out', () => {
    expect(parseJsonLines('a.jsonl', '# 说明\n\n{"name":"甲法"}\n', Entry)).toEqual([{ name: '甲法' }]);
  });

  it.each([
    ['no JSON', '{"name":"甲法"}\n{"name":'],
    ['a field that is missing', '{"name":"甲法"}\n{}'],
    ['a field that is too much', '{"name":"甲法"}\n{"name":"乙法","x":1}'],
  ])('%s is an error that names file and line', (_name, text) => {
    expect(() => parseJsonLines('a.jsonl', text, Entry)).toThrow(
      expect.objectContaining({
        code: 'LEXICON',
        message: expect.stringContaining('a.jsonl 第 2 行'),
        position: { line: 2, column: 1, offset: 0 },
      }),
    );
  });
});
