import { describe, expect, it } from 'vitest';
import { GraphNode, NODE_LABELS } from '#model/entities.ts';
import { documentId, dutyId, lawId, lawTextId, namedId, pathStep, provisionId, sourceId } from '#model/ids.ts';
import { RELATION_RULES, RelationType } from '#model/relations.ts';
import { ROUTES } from '#model/wire/routes.ts';

describe('ids', () => {
  const text = lawTextId('网络安全法', '2016-11-07');
  it.each([
    ['a law', lawId('网络安全法'), 'law/网络安全法'],
    ['its text of a date', text, 'law/网络安全法@2016-11-07'],
    ['a text without a date', lawTextId('宪法', null), 'law/宪法@undated'],
    ['第二百八十六条之一', pathStep('article', '286-1'), 'art_286-1'],
    [
      '第二十一条第二款第（三）项',
      provisionId(text, 'art_21/par_2/pnt_3'),
      'law/网络安全法@2016-11-07/art_21/par_2/pnt_3',
    ],
    ['a duty', dutyId(provisionId(text, 'art_21'), 2), 'law/网络安全法@2016-11-07/art_21/duty_2'],
    ['another document, by its text', documentId('0123456789abcdef0123'), 'doc/0123456789abcdef'],
    ['an organ', namedId('Organ', '最高人民检察院'), 'organ/最高人民检察院'],
    ['the second copy in a file', sourceId('a/b.txt', 2), 'source/a/b.txt#2'],
  ])('%s', (_name, id, expected) => expect(id).toBe(expected));
});

describe('relations', () => {
  it('join labels that exist', () => {
    for (const rule of Object.values(RELATION_RULES)) {
      for (const label of [...rule.from, ...rule.to]) expect(NODE_LABELS).toContain(label);
    }
  });
  it('rest on evidence, but for the two that only say where a text stands', () =>
    expect(RelationType.options.filter((type) => !RELATION_RULES[type].evidence)).toEqual(['COPY_OF', 'HAS_PART']));
});

describe('nodes', () => {
  it.each([
    ['an unknown label', { label: 'Thing', id: 'x', name: 'x' }],
    ['an empty id', { label: 'Organ', id: '', name: '公安机关' }],
    [
      'a duty without a modality',
      { label: 'Duty', id: 'd', name: 'd', documentId: 'x', text: 't', bearer: null, start: 0, end: 1 },
    ],
  ])('%s is refused', (_name, node) => expect(GraphNode.safeParse(node).success).toBe(false));
});

describe('routes', () => {
  it('stand once each', () => {
    const all = Object.values(ROUTES).map((route) => `${route.method} ${route.path}`);
    expect(new Set(all).size).toBe(all.length);
  });
});
