import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '#server/config.ts';
import { abbreviationPattern, parseCitationString } from '#server/services/citation-string.ts';
import { csvCell, xmlText } from '#server/services/export/cells.ts';
import { afterKey, nextByKey, nextBySkip, skipOf } from '#server/services/paging.ts';
import { nearest, sentenceAround } from '#server/services/sentence.ts';
import { snippetOf } from '#server/services/snippet.ts';

describe('a citation string', () => {
  it.each([
    ['网安法21条1款', '网安法', 'art_21/par_1'],
    ['刑法第二百八十六条之一', '刑法', 'art_286-1'],
    ['刑法286之1', '刑法', 'art_286-1'],
    ['wlaqf21', 'wlaqf', 'art_21'],
    ['WLAQF 21', 'wlaqf', 'art_21'],
    ['《中华人民共和国网络安全法》第三十一条第二款', '网络安全法', 'art_31/par_2'],
    ['未成年人网络保护条例第26条第2款第（三）项', '未成年人网络保护条例', 'art_26/par_2/pnt_3'],
    ['民诉法５５条', '民诉法', 'art_55'],
    ['网络安全法', '网络安全法', null],
    ['刑法修正案（十一）', '刑法修正案（十一）', null],
  ])('%s names %s and %s', (typed, name, path) => {
    expect(parseCitationString(typed)).toEqual({ name, path });
  });

  it('is nothing when blank, and never throws', () => {
    expect(parseCitationString('  ')).toBeNull();
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => void parseCitationString(typed)));
  });

  it('is read in no time, however many digits there are', () => {
    const started = performance.now();
    for (const typed of ['一'.repeat(200), `第${'1'.repeat(199)}`, '第一'.repeat(100)]) parseCitationString(typed);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('abbreviates a title by its characters in order, beginning with the first', () => {
    const matches = (name: string, title: string): boolean => new RegExp(`^${abbreviationPattern(name)}$`).test(title);
    expect(matches('网安法', '网络安全法')).toBe(true);
    expect(matches('民诉法', '民事诉讼法')).toBe(true);
    expect(matches('安网法', '网络安全法')).toBe(false);
    expect(matches('络安法', '网络安全法')).toBe(false);
    expect(matches('wlaqf', '网络安全法')).toBe(false);
  });
});

describe('the sentence around a quote', () => {
  const text = '第一句。第二句引用《网络安全法》第三条；第三句。再引用《网络安全法》第三条。';
  it('goes from one full stop to the next and marks the quote nearest to where it is expected', () => {
    const quote = '《网络安全法》第三条';
    const first = sentenceAround(text, quote, 5);
    expect(first.text).toBe('第二句引用《网络安全法》第三条；');
    expect(first.text.slice(first.markStart, first.markEnd)).toBe(quote);
    expect(sentenceAround(text, quote, 30).text).toBe('再引用《网络安全法》第三条。');
  });
  it('is the quote alone when the text does not hold it', () => {
    expect(sentenceAround('别的', '《刑法》', 0)).toEqual({ text: '《刑法》', markStart: 0, markEnd: 4 });
  });
  it('holds for any text: the mark is the quote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(400), fc.nat(20), (any, at, length) => {
        const quote = any.slice(at, at + length + 1);
        fc.pre(quote !== '');
        const found = sentenceAround(any, quote, at);
        expect(found.text.slice(found.markStart, found.markEnd)).toBe(quote);
        expect(nearest(any, quote, at)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a snippet', () => {
  it('marks every match, cut around the first', () => {
    const { text, marks } = snippetOf(`${'前'.repeat(60)}行政处罚${'后'.repeat(60)}行政处罚${'完'.repeat(90)}`, [
      '行政处罚',
    ]);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['行政处罚', '行政处罚']);
    expect(text.startsWith('…')).toBe(true);
    expect(text.length).toBeLessThan(110);
  });
  it('keeps its marks inside the text and apart, for any text and terms', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.array(fc.string({ minLength: 1, maxLength: 4 })), (text, terms) => {
        const snippet = snippetOf(text, terms);
        let last = 0;
        for (const [from, to] of snippet.marks) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(snippet.text.length);
      }),
    );
  });
});

describe('a cell of an exported file', () => {
  it.each([
    ['=cmd|x', "'=cmd|x"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['＝1', "'＝1"],
    ['a,"b"', '"a,""b"""'],
    ['第一条', '第一条'],
  ])('of CSV: %j is %j', (value, cell) => expect(csvCell(value)).toBe(cell));
  it('keeps a number a number', () => expect(csvCell(-5)).toBe('-5'));
  it('of XML never opens a tag and never holds what XML cannot', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = xmlText(text);
        expect(xml).not.toMatch(/[<>"']/);
        expect(xml.isWellFormed()).toBe(true);
        expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
      }),
    );
  });
});

describe('cursors', () => {
  it('give back the key they were made of, and any text is one', () => {
    const rows = [{ key: '01你好' }, { key: '02' }];
    expect(afterKey(nextByKey(rows, 1) ?? undefined)).toBe('01你好');
    expect(nextByKey(rows, 2)).toBeNull();
    fc.assert(fc.property(fc.string(), (cursor) => void afterKey(cursor)));
  });
  it('count rows, and end with the list', () => {
    expect(skipOf(nextBySkip(0, 50, 120) ?? undefined)).toBe(50);
    expect(nextBySkip(100, 20, 120)).toBeNull();
    expect(() => skipOf('x')).toThrow('翻页标记无效');
  });
});

describe('the configuration', () => {
  it('has the documented defaults', () => {
    expect(loadConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', token: null, neo4j: null, hosts: [] });
    expect(loadConfig({ PORT: '', HOST: ' ' })).toMatchObject({ port: 3000, host: '127.0.0.1' });
  });
  it.each([
    [{ PORT: 'x' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ FAMAI_TOKEN: 'short' }, 'FAMAI_TOKEN'],
    [{ NEO4J_URI: 'http://x' }, 'NEO4J_URI'],
    [{ NEO4J_URI: 'bolt://x' }, 'NEO4J_PASSWORD'],
    [{ FAMAI_HEAP: 'lots' }, 'FAMAI_HEAP'],
  ])('names the variable that is wrong in %j', (env, name) => {
    expect(() => loadConfig(env)).toThrow(name);
  });
});
