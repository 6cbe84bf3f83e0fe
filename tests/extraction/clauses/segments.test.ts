import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSegments } from '#extraction/clauses/segments.ts';

const cut = (text: string): string[] =>
  splitSegments(text, 0, text.length).map(
    (segment) => `${segment.opensUnit ? '|' : ''}${text.slice(segment.start, segment.end)}`,
  );

describe('segments and units', () => {
  it.each([
    ['逗号', '要加强领导，完善机制。', ['|要加强领导', '完善机制']],
    ['半角标点', '要加强领导,完善机制;加强检查', ['|要加强领导', '完善机制', '|加强检查']],
    ['顿号不分段', '制定、修改规章', ['|制定、修改规章']],
    ['书名号里不分段', '依据《一，二》办理', ['|依据《一，二》办理']],
    ['引号里不分段', '把“好，不坏”作为底线', ['|把“好，不坏”作为底线']],
    ['括号里不分段', '机关（含部门，下同）办理', ['|机关（含部门，下同）办理']],
    ['没有关上的引号', '把“好，不坏', ['|把“好', '不坏']],
    ['数字里的标点', '不少于1,000元', ['|不少于1,000元']],
    ['冒号分段不分句', '履行下列义务：制定制度', ['|履行下列义务', '制定制度']],
    ['换行', '一段\n二段', ['|一段', '|二段']],
  ])('%s', (_name, text, expected) => expect(cut(text)).toEqual(expected));

  it('cover every character that is no mark and no blank, once', () => {
    const char = fc.constantFrom('要', '，', '。', '；', '：', '《', '》', '“', '”', '（', '）', ' ', '\n', '1', ',');
    fc.assert(
      fc.property(fc.array(char, { maxLength: 200 }), (chars) => {
        const text = chars.join('');
        const segments = splitSegments(text, 0, text.length);
        const inside = segments.map((segment) => text.slice(segment.start, segment.end)).join('');
        expect(inside.replace(/[^要1]/g, '')).toBe(text.replace(/[^要1]/g, ''));
        expect(segments.every((segment, i) => i === 0 || (segments[i - 1]?.end ?? 0) <= segment.start)).toBe(true);
      }),
    );
  });
});
