import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Characters } from '#extraction/clauses/characters.ts';
import { readSections } from '#extraction/clauses/word-file.ts';
import { WordTrie } from '#extraction/clauses/word-trie.ts';
import { compileDutyLexicon } from '#extraction/duties/lexicon.ts';
import { compileEntityLexicon } from '#extraction/entities/lexicon.ts';

const read = (text: string) => readSections([{ name: 'organs.txt', text }], ['head', 'name']);

describe('word files', () => {
  it('reads words, canonical names and notes', () => {
    const sections = read('# 说明\n[head]\n机关 部门 # 中心词\n\n[name]\n两高 = 最高人民法院、最高人民检察院\n');
    expect(sections.head.map((entry) => entry.word)).toEqual(['机关', '部门']);
    expect(sections.name).toEqual([{ word: '两高', meaning: ['最高人民法院', '最高人民检察院'] }]);
  });

  it.each([
    ['不认识的类别', '[head]\n机关\n[tail]\n', 'organs.txt 第 3 行'],
    ['类别之前的词', '机关\n', 'organs.txt 第 1 行'],
    ['不是汉字的词', '[head]\n机关 office\n', 'organs.txt 第 2 行'],
    ['等号右边空着', '[name]\n最高检 =\n', 'organs.txt 第 2 行'],
  ])('%s: names file and line', (_name, text, place) => {
    expect(() => read(text)).toThrow(place);
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'LEXICON' }));
  });

  it('compile functions name the file as well', () => {
    expect(() => compileEntityLexicon([{ name: 'crimes.txt', text: '[坏]\n' }])).toThrow('crimes.txt 第 1 行');
    expect(() => compileDutyLexicon([{ name: 'verbs.txt', text: 'x\n' }])).toThrow('verbs.txt 第 1 行');
  });
});

describe('word tables', () => {
  it('finds the longest word of a class, forward and backward', () => {
    const forward = new WordTrie().addAll(['检察', '检察机关'], 1).addAll(['检'], 2);
    expect(forward.longest('检察机关要', 0, 5, 1)).toEqual({ length: 4, classes: 1 });
    expect(forward.longest('检察机关要', 0, 3, 1)).toEqual({ length: 2, classes: 1 });
    expect(forward.longest('检察机关要', 0, 5, 2)).toEqual({ length: 1, classes: 2 });
    const backward = new WordTrie(true).addAll(['机关', '检察机关'], 1);
    expect(backward.longest('省检察机关', 5, 0, 1).length).toBe(4);
    expect(backward.longest('省检察机关', 5, 2, 1).length).toBe(2);
    expect(backward.longest('省检察院', 4, 0, 1).length).toBe(0);
  });

  it('agrees with asking every word in turn, whatever the words and classes', () => {
    const letter = fc.constantFrom(...'检察机关');
    const words = fc.array(
      fc.tuple(
        fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join('')),
        fc.constantFrom(1, 2, 4),
      ),
      { maxLength: 12 },
    );
    const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(words, text, fc.integer({ min: 1, max: 7 }), (entries, line, classes) => {
        const forward = new WordTrie();
        const backward = new WordTrie(true);
        for (const [word, of] of entries) {
          forward.add(word, of);
          backward.add(word, of);
        }
        const among = entries.filter(([, of]) => (of & classes) !== 0).map(([word]) => word);
        const length = (fits: (word: string) => boolean): number =>
          Math.max(0, ...among.filter(fits).map((word) => word.length));
        for (let at = 0; at <= line.length; at++) {
          const begins = length((word) => line.startsWith(word, at));
          expect(forward.longest(line, at, line.length, classes).length).toBe(begins);
          expect(backward.longest(line, at, 0, classes).length).toBe(
            length((word) => line.slice(0, at).endsWith(word)),
          );
          if (begins > 0) expect(forward.startsWith(line.charCodeAt(at), classes)).toBe(true);
        }
      }),
    );
  });

  it('a set of characters holds those and no others, nor the end of a text', () => {
    const marks = new Characters('、的');
    expect([0, 1, 2, 3].map((at) => marks.at('的和、', at))).toEqual([true, false, true, false]);
  });
});
