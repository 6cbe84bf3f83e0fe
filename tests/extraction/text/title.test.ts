import { describe, expect, it } from 'vitest';
import { canonicalTitle } from '#extraction/text/title.ts';

describe('canonical titles', () => {
  it.each([
    ['《中华人民共和国刑法》', '刑法'],
    ['中华人民共和国 网络安全法', '网络安全法'],
    ['《最高人民法院关于适用〈中华人民共和国民法典〉的解释》', '最高人民法院关于适用〈中华人民共和国民法典〉的解释'],
    ['最高人民法院关于适用《中华人民共和国民法典》的解释', '最高人民法院关于适用〈中华人民共和国民法典〉的解释'],
    ['关于修改<中华人民共和国立法法>的决定', '关于修改〈中华人民共和国立法法〉的决定'],
    ['刑法修正案(十一)', '刑法修正案（十一）'],
    ['中华人民共和国', '中华人民共和国'],
    ['《刑法》和《民法典》', '〈刑法〉和〈民法典〉'],
    ['', ''],
  ])('%s → %s', (printed, canonical) => {
    expect(canonicalTitle(printed)).toBe(canonical);
    expect(canonicalTitle(canonical)).toBe(canonical);
  });
});
