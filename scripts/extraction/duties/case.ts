/** 有违法所得的予以没收: the case and what is done in it stand in one segment, without a comma between them. */
import { Characters } from '../clauses/characters.ts';
import { indexWithin } from '../clauses/scan.ts';
import { OPERATIVE, VERB } from './lexicon.ts';
import { type Reader, readHead } from './reading.ts';

/** What a case begins with. */
const CASE = new Characters('有无不未逾情拒仍造构符违属');
/** 有关, 不断, 符合: words that describe a noun, and 有条件的地方. */
const NO_CASE = /^(?:有关|有效|有力|有序|有条件|有利|不断|不仅|不但|不同|不良|未来|未成年|情况|违法所得)/;
/** What is done about it. 处理 and the like may stand before the noun that 的 leads to. */
const DONE =
  /^(?:依法|依规|一律|应|都|均|由其)?(?:予以|给予|不予|免予|可予|没收|吊销|责令|并处|处以|处(?=[一二三四五六七八九十两\d警拘罚])|撤销(?!的)|取消|退回|驳回|告知|通知|书面|及时|立即|当场|移送|终止|中止)/;
const MAX_CASE = 40;

/** Where the consequence begins, and its verb; null when the segment is nothing of the kind. */
export const consequence = (
  reader: Reader,
  start: number,
  end: number,
): { from: number; verb: { at: number; end: number; classes: number } } | null => {
  const { text } = reader;
  if (!CASE.at(text, start) || NO_CASE.test(text.slice(start, start + 4))) return null;
  const de = indexWithin(text, '的', start + 2, Math.min(end, start + MAX_CASE));
  if (de < 0 || end - de < 4) return null;
  const from = de + 1;
  if (!DONE.test(text.slice(from, from + 6)) || indexWithin(text, '的', from, from + 4) >= 0) return null;
  const head = readHead(reader, from, end);
  const known = head.at >= 0 && (head.classes & VERB) !== 0;
  return { from, verb: known ? head : { at: from, end: Math.min(end, from + 2), classes: OPERATIVE } };
};

/** 不提出意见的不影响审查: a case that changes nothing. */
export const changesNothing = ({ text }: Reader, start: number, end: number): boolean => {
  const at = CASE.at(text, start) ? indexWithin(text, '的', start + 2, Math.min(end, start + MAX_CASE)) : -1;
  return at >= 0 && text.startsWith('不影响', at + 1);
};
