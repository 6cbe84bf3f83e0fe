import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#client/text/csv.ts';

const body = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n$/, '');

describe('a table as CSV', () => {
  it('begins with the mark a spreadsheet knows UTF-8 by, and ends each row with CRLF', () => {
    expect(toCsv(['条', '数'], [['第一条', 3]])).toBe('\uFEFF"条","数"\r\n"第一条",3\r\n');
  });

  it.each([
    ['a quote is doubled', '他说"是"', '"他说""是"""'],
    ['a comma stays inside', '甲,乙', '"甲,乙"'],
    ['a line break stays inside', '甲\n乙', '"甲\n乙"'],
    ['nothing is empty', null, '""'],
    ['a number is a number', -3, '-3'],
    ['a formula is text', '=1+1', `"'=1+1"`],
    ['so is one that begins with plus', '+cmd', `"'+cmd"`],
    ['or minus', '-cmd', `"'-cmd"`],
    ['or at', '@SUM(A1)', `"'@SUM(A1)"`],
    ['or a tab before it', '\t=1', `"'\t=1"`],
    ['or a full-width sign, which some spreadsheets take too', '＝1', `"'＝1"`],
  ])('%s', (_, value, expected) => {
    expect(
      body(toCsv(['x'], [[value]]))
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
    ).toBe(expected);
  });

  it('no cell of any text can begin a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = body(toCsv(['x'], [[text]])).slice('"x"\r\n'.length);
        return !/^"[=+\-@\t\r＝＋－＠]/.test(cell);
      }),
    );
  });
});
