import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#io/load-lexicon.ts';
import { type PredictedCitation, scoreCitations } from '../../scripts/evaluation/citation-score.ts';
import { scoreDuties, scoreEntities } from '../../scripts/evaluation/duty-score.ts';
import { belowFloor, change } from '../../scripts/evaluation/figures.ts';
import { type CitationGold, loadCitationGold, loadDutyGold } from '../../scripts/evaluation/gold.ts';
import { bestOverlapPairs, iou, maximumMatching, scoreOf } from '../../scripts/evaluation/metrics.ts';
import {
  normalArticle,
  normalFunction,
  normalOrgan,
  normalTarget,
  sameBearer,
} from '../../scripts/evaluation/normalise.ts';
import { predict, writePredictions } from '../../scripts/evaluation/predict.ts';

describe('names that are the same answer', () => {
  it.each([
    ['《中华人民共和国刑法》', '刑法'],
    [
      '最高人民法院关于适用〈中华人民共和国民法典〉的解释（一）',
      '最高人民法院关于适用民法典的解释(1)'.replace('1', '一'),
    ],
    ['最高人民法院、最高人民检察院关于某事的解释', '最高人民法院最高人民检察院关于某事的解释'],
  ])('law %s', (written, plain) => {
    expect(normalTarget(written)).toBe(normalTarget(plain));
  });
  it.each([
    ['第二百八十六条之一', '286之1'],
    ['286-1', '286之1'],
    ['第１０条', '10'],
    ['21', '21'],
  ])('article %s', (written, plain) => {
    expect(normalArticle(written)).toBe(plain);
  });
  it.each([
    ['最高检', '最高人民检察院', true],
    ['各级检察机关', '检察机关', true],
    ['公安机关、国家安全机关', '国家安全机关和公安机关', true],
    ['任何组织和个人', '个人', false],
    ['国务院', null, false],
    [null, null, true],
  ])('bearer %s and %s', (gold, predicted, same) => {
    expect(sameBearer(gold, predicted)).toBe(same);
  });
  it('organs and functions', () => {
    expect(normalOrgan('全省各级人大常委会')).toBe('人民代表大会常务委员会');
    expect(normalFunction('刑事检察监督职能')).toBe('刑事检察');
  });
});

describe('counting', () => {
  it('nothing to find and nothing found is perfect', () => {
    expect(scoreOf(0, 0, 0).f1).toBe(1);
    expect(scoreOf(0, 0, 3).f1).toBe(0);
    expect(scoreOf(0, 3, 0).f1).toBe(0);
    expect(scoreOf(1, 2, 1)).toMatchObject({ p: 0.5, r: 1 });
  });
  it('the largest matching is found where a greedy one would lose a pair', () => {
    expect(maximumMatching(['a', 'b'], ['x', 'y'], (g, p) => g === 'a' || p === 'x')).toEqual([1, 0]);
  });
  it('overlap is symmetric and 1 only for the same span', () => {
    const span = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(iou(a, b)).toBe(iou(b, a));
        expect(iou(a, b) === 1).toBe(a.start === b.start && a.end === b.end);
      }),
    );
  });
  it('pairs go by the best overlap, each side once', () => {
    const { pairs, missed, extra } = bestOverlapPairs(
      [{ start: 0, end: 10 }],
      [
        { start: 0, end: 7 },
        { start: 0, end: 9 },
      ],
      0.5,
    );
    expect(pairs.map(({ predicted }) => predicted.end)).toEqual([9]);
    expect([missed.length, extra.length]).toEqual([0, 1]);
  });
  it('a figure below its floor is named, a change against the last run is shown', () => {
    expect(belowFloor({ a: 0.9, b: 1 }, { a: 0.95, b: 0.5, c: 1 })).toEqual(['a: 0.9000 < 0.9500']);
    expect(change('a', 0.9, { a: 0.95 })).toContain('-0.0500');
    expect(change('a', 0.9, undefined)).toBe('');
  });
});

describe('citations', () => {
  const text = '<!-- INFO END -->\n依照《刑法》第一条至第三条';
  const start = text.indexOf('《');
  const gold: CitationGold = {
    documents: [{ doc: '01', location: '' }],
    citations: [
      {
        doc: '01',
        start,
        end: start + 4,
        text: '《刑法》',
        kind: 'law',
        target: '刑法',
        target_alt: [],
        articles: ['1', '3'],
        articles_alt: [],
        range: ['1', '3'],
        tags: ['range'],
      },
    ],
    nonLaws: [],
    ambiguous: [],
  };
  const score = (change: Partial<PredictedCitation>) => {
    const prediction: PredictedCitation = {
      doc: '01',
      start,
      end: start + 4,
      target: '刑法',
      articles: ['1', '3'],
      type: 'law',
      ...change,
    };
    const result = scoreCitations([prediction], gold, new Map([['01', text]]), ['law']);
    return [result.span.tp, result.target.tp, result.articles.tp];
  };
  it.each([
    ['as the gold has it', {}, [1, 1, 1]],
    ['the range written out', { articles: ['1', '2', '3'] }, [1, 1, 1]],
    ['an article too few', { articles: ['1'] }, [1, 1, 0]],
    ['another law', { target: '民法典' }, [1, 0, 0]],
    ['a span without the brackets', { start: start + 1 }, [0, 0, 0]],
    ['in the head', { start: 0, end: 4 }, [0, 0, 0]],
  ])('%s', (_name, change, expected) => {
    expect(score(change)).toEqual(expected);
  });
});

const SHARED = fileURLToPath(new URL('../../../shared/gold/', import.meta.url));
const present = existsSync(SHARED);
if (!present) console.log('../shared/gold is not here: the comparison with its scorers is left out');

describe('the gold’s own scorers', () => {
  it.runIf(present)('give the same figures', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'famai-scores-'));
    const lexicon = await loadLexicon();
    const node = (...args: string[]): string => execFileSync(process.execPath, args, { encoding: 'utf8' });
    const citationGold = await loadCitationGold(join(SHARED, 'citations'));
    const cited = await predict(citationGold.documents, lexicon);
    await writePredictions(folder, cited);
    const theirs = JSON.parse(node(join(SHARED, 'citations/score.mjs'), join(folder, 'citations.jsonl'), '--json'));
    for (const [kinds, key] of [
      [['law'], 'law'],
      [['law', 'self'], 'law_self'],
    ] as const) {
      const ours = scoreCitations(cited.citations, citationGold, cited.texts, [...kinds]);
      for (const level of ['span', 'target', 'articles'] as const)
        expect({ tp: ours[level].tp, np: ours[level].predicted, ng: ours[level].gold }).toEqual({
          tp: theirs[key].exact[level].tp,
          np: theirs[key].exact[level].np,
          ng: theirs[key].exact[level].ng,
        });
    }
    const dutyGold = await loadDutyGold(join(SHARED, 'duties'));
    const found = await predict(dutyGold.documents, lexicon);
    await writePredictions(folder, found);
    const their = JSON.parse(
      node(
        join(SHARED, 'duties/score.mjs'),
        '--duties',
        join(folder, 'duties.jsonl'),
        '--entities',
        join(folder, 'entities.jsonl'),
        '--json',
      ),
    );
    const duties = scoreDuties(found.duties, dutyGold);
    expect([duties.span.tp, duties.span.predicted, duties.span.gold]).toEqual([
      their.duties.tp,
      their.duties.pred,
      their.duties.gold,
    ]);
    expect([duties.tight.tp, duties.frame.tp, duties.excused.predicted]).toEqual([
      their.duties.tight.tp,
      their.duties.frame.tp,
      their.duties.withOptional.pred,
    ]);
    const entities = scoreEntities(found.entities, dutyGold);
    for (const type of ['function', 'organ', 'law', 'aspect', 'crime', 'all']) {
      for (const level of ['span', 'canonical'] as const)
        expect([entities[level][type]?.tp, entities[level][type]?.predicted]).toEqual([
          their.entities[level][type].tp,
          their.entities[level][type].pred,
        ]);
    }
    await rm(folder, { recursive: true });
  });
});
