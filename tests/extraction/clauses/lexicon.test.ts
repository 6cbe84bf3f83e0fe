import { describe, expect, it } from 'vitest';
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
});
