import { describe, expect, it } from 'vitest';
import { namedLaws } from '#client/panels/landing/named-laws.ts';
import { isCorpus, pickDocument } from '#client/panels/landing/pick-document.ts';
import { bySentence, edgesOf } from '#client/state/known-graph.ts';
import { shortcutName } from '#client/state/shortcuts.tsx';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';

const node = (id: string, label: NodeDto['label'], properties: NodeDto['properties'] = {}): NodeDto => ({
  id,
  label,
  name: id,
  degree: 1,
  properties,
});
const edge = (
  id: string,
  type: EdgeDto['type'],
  from: string,
  to: string,
  reason: 'planned' | null = null,
): EdgeDto => ({
  id,
  type,
  from,
  to,
  evidence: null,
  citation: reason === null ? null : { citationType: 'law', article: null, paragraph: null, item: null, reason },
});

describe('the laws a document names', () => {
  const graph = {
    nodes: [
      node('doc/a', 'Document'),
      node('law/网络安全法', 'Law', { status: 'not_held', date: '2016-11-07' }),
      node('law/网络犯罪防治法', 'Law', { status: 'planned' }),
      node('law/未成年人网络保护条例', 'Law', { status: 'not_held', date: '2023-10-16' }),
      node('law/旁观法', 'Law'),
    ],
    edges: [
      edge('1', 'PROMOTES', 'doc/a/blk_6', 'law/网络安全法'),
      edge('2', 'CITES', 'doc/a/blk_2', 'law/网络安全法'),
      edge('3', 'PROMOTES', 'doc/a/blk_6', 'law/网络犯罪防治法', 'planned'),
      edge('4', 'PROMOTES', 'doc/a/blk_6', 'law/未成年人网络保护条例'),
      edge('5', 'UNDER', 'doc/a/blk_6/duty_1', 'law/旁观法'),
    ],
  };
  it('each with how it is named, its state and the relationship that proves it', () => {
    expect(
      namedLaws(graph, '2023-04-19').map(({ node: law, status, relations, reason, edge: first }) => [
        law.id,
        status,
        relations,
        reason,
        first.id,
      ]),
    ).toEqual([
      ['law/网络安全法', 'not_held', ['PROMOTES', 'CITES'], null, '1'],
      ['law/网络犯罪防治法', 'planned', ['PROMOTES'], 'planned', '3'],
      ['law/未成年人网络保护条例', 'not_held', ['PROMOTES'], 'not_yet_issued', '4'],
    ]);
  });
});

describe('the landing page opens with a document', () => {
  const rows = [
    { id: 'law/甲法@2020-01-01', kind: 'statute' },
    { id: 'doc/b', kind: 'news' },
  ];
  it.each([
    ['a report before a statute', rows, 2, null, 'doc/b'],
    ['the one asked for', rows, 2, 'doc/z', 'doc/z'],
    ['a statute when a small library holds nothing else', rows.slice(0, 1), 1, null, 'law/甲法@2020-01-01'],
    ['no statute out of many', rows.slice(0, 1), 995, null, null],
    ['a report out of many', rows, 995, null, 'doc/b'],
    ['none in an empty library', [], 0, null, null],
  ])('%s', (_, list, total, asked, expected) => {
    expect(pickDocument(list, total, asked)).toBe(expected);
  });
  it('and with the library once there are many', () => {
    expect([1, 3, 4].map(isCorpus)).toEqual([false, false, true]);
  });
});

describe('what is known of a selection', () => {
  const pieces = [
    { nodes: [node('a', 'Law'), node('b', 'Provision')], edges: [edge('1', 'CITES', 'b', 'a')] },
    { nodes: [node('c', 'Provision')], edges: [edge('1', 'CITES', 'b', 'a'), edge('2', 'CITES', 'c', 'a')] },
  ];
  it('a relationship with its two ends, from whichever answer brought it', () => {
    expect(edgesOf(pieces, { kind: 'edge', id: '2' }).map(({ from, to }) => [from?.id, to?.id])).toEqual([['c', 'a']]);
  });
  it('all relationships at a node, each once', () => {
    expect(edgesOf(pieces, { kind: 'node', id: 'a' }).map(({ edge: found }) => found.id)).toEqual(['1', '2']);
  });
  it('nothing without a selection', () => {
    expect(edgesOf(pieces, null)).toEqual([]);
  });
  it('what one sentence proves is shown once', () => {
    const evidence = {
      documentId: 'doc/a',
      sourceId: 's',
      start: 3,
      end: 9,
      quote: '推动制定修订甲法、乙法',
      rule: 'r',
    };
    const prove = (id: string, to: string, type: EdgeDto['type'] = 'PROMOTES') => ({
      edge: { ...edge(id, type, 'doc/a/blk_1', to), evidence },
      from: undefined,
      to: undefined,
    });
    const groups = bySentence([prove('1', 'law/甲法'), prove('2', 'law/丙法', 'CITES'), prove('3', 'law/乙法')]);
    expect(groups.map((group) => group.map((known) => known.edge.id))).toEqual([['1', '3'], ['2']]);
  });
});

describe('names of keys', () => {
  const press = (key: string, more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
    shortcutName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
  it.each([
    ['n', press('n'), 'n'],
    ['N', press('N', { shiftKey: true }), 'N'],
    ['?', press('?', { shiftKey: true }), '?'],
    ['Ctrl+K', press('k', { ctrlKey: true }), 'mod+k'],
    ['Cmd+K', press('k', { metaKey: true }), 'mod+k'],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z'],
    ['Alt+N', press('n', { altKey: true }), null],
    ['an arrow', press('ArrowDown'), null],
  ])('%s', (_, made, expected) => {
    expect(made).toBe(expected);
  });
});
