/** News on an instrument: 「X印发《…》」, 「《…》共N方面M条」. Rules report.issue and report.extent. */
import type { ParsedDocument } from '#model/structure.ts';
import { canonicalTitle } from '../text/title.ts';
import { type Span, sentenceAround } from './sentences.ts';

export interface Report {
  /** Canonical title of the instrument reported on. */
  readonly title: string;
  readonly issuer: string | null;
  /** `6方面21条` as the report gives it. */
  readonly extent: string | null;
  /** Names the report itself gives it: 意见. */
  readonly shortTitles: readonly string[];
  /** Clean span of the sentence that says so. */
  readonly evidence: Span;
}

const VERB = '(?:联合)?(?:印发|发布|公布|出台|下发|制定|颁布|制发|审议通过)';
const ISSUE = new RegExp(`${VERB}(?:了|的|实施)?\\s?(《[^《》]{4,120}(?:《[^《》]{1,80}》[^《》]{0,60}){0,3}》)`);
/** When it was, or together with whom: words around the issuer that are no part of it. */
const AROUND = '(?:近日|日前|今日|今天|昨日|联合|共同|正式|\\d{1,2}月\\d{1,2}日)';
const AROUND_START = new RegExp(`^(?:${AROUND})+`);
const AROUND_END = new RegExp(`(?:${AROUND})+$`);
const ISSUER = /^[\u4e00-\u9fff、]{2,60}$/;
/** What ends the clause before the issuer's. */
const CLAUSE_MARKS = ',，。;；:：）)】》\n';
const ALIAS = /^\s?[（(](?:以下|下)(?:简称|称)[：:]?\s?["“]?《?([^《》（）()“”"]{1,20})》?["”]?[）)]/;
const EXTENT =
  /(?:共|分为?|包括|包含|由|从)\s?(\d{1,3}|[一二三四五六七八九十百]{1,5})个?(方面|部分|章)(?:组成)?[、,，]?(?:共|计)?\s?(\d{1,3}|[一二三四五六七八九十百]{1,5})(条|项|个?条款|项?具体?举措|项措施)/;
const EXTENT_SHORT = /共(?:计|有)?\s?(\d{1,3}|[一二三四五六七八九十百]{1,5})(条|章|部分)/;
const LEAD = 4000;

/** What a news text reports on, null when no sentence says who issued what. */
export const findReport = (doc: ParsedDocument): Report | null => {
  if (doc.kind !== 'news') return null;
  const { text } = doc.clean;
  const bodyStart = doc.units[1]?.start ?? doc.bodyStart;
  const body = text.slice(bodyStart, bodyStart + LEAD);
  const match = ISSUE.exec(body) ?? null;
  const found = match?.[1];
  if (match === null || found === undefined) return null;
  const nameStart = bodyStart + match.index + match[0].length - found.length;
  const nameEnd = nameStart + found.length;
  const before = body.slice(Math.max(0, match.index - 80), match.index);
  const alias = ALIAS.exec(text.slice(nameEnd, nameEnd + 40))?.[1];
  const extent = EXTENT.exec(body) ?? EXTENT_SHORT.exec(body);
  return {
    title: canonicalTitle(found),
    issuer: issuerBefore(before),
    extent: extent === null ? null : extent.slice(1).join('').replace(/\s+/g, ''),
    shortTitles: alias === undefined ? [] : [alias],
    evidence: sentenceAround(
      text,
      { start: bodyStart + match.index, end: nameEnd },
      { start: bodyStart, end: text.length },
    ),
  };
};

/** The issuer stands right before the verb, after a date or 近日. */
const issuerBefore = (before: string): string | null => {
  const from = [...CLAUSE_MARKS].reduce((last, mark) => Math.max(last, before.lastIndexOf(mark)), -1) + 1;
  const clause = before.slice(from).replace(/\s+/g, '').replace(AROUND_START, '').replace(AROUND_END, '');
  return ISSUER.test(clause) ? clause : null;
};
