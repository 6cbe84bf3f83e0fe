/** Segments of result and purpose are no duties (gold conventions, section 2). */
import { indexWithin } from '../clauses/scan.ts';
import type { Clause } from './clause.ts';
import { ENCOURAGE, OPERATIVE, RESULT_ALWAYS, RESULT_TRAILING, SUPPORT } from './lexicon.ts';
import type { Reader } from './reading.ts';

const SERVES = /^(?:[^，]{0,8})为[^，]{1,40}(?:提供|发挥|作出|做出|贡献|履职|创造|奠定|营造|筑牢|注入)/;
/** 为 and a person or body: 为未成年人提供帮助 is an operative duty. */
const FOR_SOMEBODY =
  /^[^，]{0,8}为[^，]{0,20}(?:人|者|户|员|企业|单位|机关|机构|组织|部门|公民|群众|家庭|军人|学生|妇女|儿童|青年|院|会)(?:的)?(?:依法|及时|免费|优先|积极)?(?:提供|发挥|作出|做出|创造)/;

/** 为检察机关查询信息提供便利: help for somebody, whatever it is for. */
const HELPS = /(?:提供|创造)(?:必要的?|有利|一切)?(?:便利|方便|便捷|协助|帮助|条件)(?:条件)?$/;

const isAlways = (reader: Reader, clause: Clause): boolean => {
  if ((clause.verbClasses & RESULT_ALWAYS) !== 0) return true;
  if (indexWithin(reader.text, '为', clause.start, clause.end) < 0) return false;
  const text = reader.text.slice(clause.start, clause.end);
  return SERVES.test(text) && !FOR_SOMEBODY.test(text) && !HELPS.test(text);
};

/** Verbs of the trailing class; those that are operative too count as operative. */
const isTrailing = (clause: Clause): boolean =>
  (clause.verbClasses & RESULT_TRAILING) !== 0 && (clause.verbClasses & (ENCOURAGE | SUPPORT)) === 0;

/** A clause whose verb is operative whatever stands around it. */
export const isOperative = (reader: Reader, clause: Clause): boolean =>
  clause.kind === 'verb' &&
  (clause.modal !== null ||
    ((clause.verbClasses & (OPERATIVE | ENCOURAGE | SUPPORT)) !== 0 &&
      !isTrailing(clause) &&
      !isAlways(reader, clause)));

/** `preceded`: an operative segment stands before it in the unit or governs it; `isFollowed`: one follows in the unit. */
export const isResult = (reader: Reader, clause: Clause, preceded: boolean, isFollowed: () => boolean): boolean => {
  if (clause.modal !== null || clause.subject?.actor === true) return false;
  if (isAlways(reader, clause)) return !clause.segment.opensUnit;
  return isTrailing(clause) && preceded && !isFollowed();
};
