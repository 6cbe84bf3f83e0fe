import { describe, expect, it } from 'vitest';
import { formatSelection, parseSelection } from '#client/state/selection.tsx';
import {
  consoleAddress,
  documentAddress,
  documentOf,
  dutiesAddress,
  lawAddress,
  nodeAddress,
  parseSpan,
  searchAddress,
} from '#client/state/url.ts';

describe('addresses name what they show', () => {
  it.each([
    ['a law', lawAddress('law/网络安全法'), '/law/law%2F%E7%BD%91%E7%BB%9C%E5%AE%89%E5%85%A8%E6%B3%95'],
    [
      'a law and its tab',
      lawAddress('law/刑法', { tab: 'cites', article: null }),
      '/law/law%2F%E5%88%91%E6%B3%95?tab=cites',
    ],
    ['a document', documentAddress('doc/1a2b'), '/document/doc%2F1a2b'],
    [
      'a passage of it, with the relationship it proves',
      documentAddress('doc/1a2b', { start: 12, end: 34 }, 'e:rel/9'),
      '/document/doc%2F1a2b?at=12-34&sel=e%3Arel%2F9',
    ],
    ['a search', searchAddress('a&b'), '/search?q=a%26b'],
    ['duties of a function', dutiesAddress({ functionId: 'function/x' }), '/duties?functionId=function%2Fx'],
    ['a query without parameters', consoleAddress('RETURN 1', {}), '/console?query=RETURN+1'],
    [
      'a query with parameters',
      consoleAddress('RETURN $n', { n: 1 }),
      '/console?query=RETURN+%24n&params=%7B%22n%22%3A1%7D',
    ],
  ])('%s', (_, made, expected) => {
    expect(made).toBe(expected);
  });
});

describe('a node opens where it is shown', () => {
  it.each([
    ['Law', 'law/网络安全法', lawAddress('law/网络安全法')],
    ['Document', 'doc/1a2b', documentAddress('doc/1a2b')],
    ['Provision', 'doc/1a2b/blk_4', documentAddress('doc/1a2b', null, 'n:doc/1a2b/blk_4')],
    [
      'Provision',
      'law/网络安全法@2016-11-07/art_21/par_1',
      documentAddress('law/网络安全法@2016-11-07', null, 'n:law/网络安全法@2016-11-07/art_21/par_1'),
    ],
    ['Duty', 'doc/1a2b/blk_4/duty_1', documentAddress('doc/1a2b', null, 'n:doc/1a2b/blk_4/duty_1')],
    ['Function', 'function/刑事检察', dutiesAddress({ functionId: 'function/刑事检察' })],
    ['Organ', 'organ/立法机关', dutiesAddress({ bearer: '立法机关' })],
    ['Crime', 'crime/网络犯罪', searchAddress('网络犯罪')],
  ] as const)('%s %s', (label, id, expected) => {
    expect(nodeAddress({ label, id })).toBe(expected);
  });
});

describe('the document of a node is read from its id', () => {
  it.each([
    ['doc/1a2b3c/blk_2', 'doc/1a2b3c'],
    ['law/刑法@undated/art_286-1', 'law/刑法@undated'],
    ['law/民法典@2020-05-28~总则/art_1', 'law/民法典@2020-05-28~总则'],
    ['law/刑法', null],
    ['organ/立法机关', null],
  ])('%s', (id, expected) => {
    expect(documentOf(id)).toBe(expected);
  });
});

describe('a span in an address is two offsets, the second larger', () => {
  it.each([
    ['12-34', { start: 12, end: 34 }],
    ['0-1', { start: 0, end: 1 }],
    ['34-12', null],
    ['5-5', null],
    ['-5', null],
    ['a-b', null],
    ['1-2-3', null],
    ['', null],
    [null, null],
  ])('%s', (text, expected) => {
    expect(parseSpan(text)).toEqual(expected);
  });
});

describe('a selection comes back from the address as it went in', () => {
  it.each([[{ kind: 'node', id: 'law/网络安全法' }], [{ kind: 'edge', id: 'rel/0a' }], [null]] as const)(
    '%j',
    (selection) => {
      expect(parseSelection(formatSelection(selection))).toEqual(selection);
    },
  );

  it.each([[''], ['n:'], ['x:1'], ['law/刑法']])('%j is no selection', (text) => {
    expect(parseSelection(text)).toBeNull();
  });
});
