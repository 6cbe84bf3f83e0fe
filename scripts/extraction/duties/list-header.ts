/** 应当履行下列义务：, 行使下列职权：, 不得有下列行为： what the header makes of the items after it. */
import type { Modality } from '#model/entities.ts';
import type { Clause } from './clause.ts';

export interface ListHeader {
  /** Null when the items are no duties: 有下列情形之一的, 应当具备下列条件. */
  readonly modality: Modality | null;
  readonly bearer: string | null;
}

const LISTS = /下列|如下/;
const LISTS_BEFORE_COLON = /下列|如下|以下/;
const DUTIES =
  /(?:下列|以下|如下)[^，,。；;：:]{0,20}?(?:义务|职责|职权|职能|权力|权限|任务|工作|措施|要求|规定)(?:[，,：:。]|$)|(?:负责|履行|行使|办理|承担|决定|开展|遵守|遵循|做好|落实|坚持|享有|建立)(?:下列|以下|如下)/;
const ACTS = /(?:下列|以下|如下)[^，,。；;：:]{0,16}?(?:行为|活动)/;
const CONDITIONS = /(?:情形|情况|条件|材料|文件|资料|之一|标准)[^，,]{0,6}[：:]?$|之一的/;
const CONTENTS = /(?:包括|载明|记载|具备|符合|提交|提供|附具|提出|注明|说明|写明|明确|规定|有)(?:下列|以下|如下)/;

/** 来源包括：: the items are parts of something. */
export const opensContents = ({ modal, segment, end }: Clause, text: string): boolean =>
  modal === null && (segment.mark === '：' || segment.mark === ':') && /包括$|分为$/.test(text.slice(end - 2, end));

/** `last`: the segment ends its paragraph, or the sentence ends in a colon later on. 以下罚款 is no list. */
export const isHeader = (segment: string, mark: string, last: boolean): boolean => {
  return mark === '：' || mark === ':' ? LISTS_BEFORE_COLON.test(segment) : last && LISTS.test(segment);
};

export const readHeader = (
  sentence: string,
  header: string,
  modality: Modality,
  bearer: string | null,
  governed: boolean,
): ListHeader => {
  if (CONDITIONS.test(header)) return { modality: null, bearer };
  if (ACTS.test(header) && (modality === 'must_not' || header.includes('行为'))) {
    return { modality: modality === 'must_not' ? 'must_not' : null, bearer };
  }
  if (CONTENTS.test(header) && !/(?:义务|职责|职权|要求|规定)[：:]?$/.test(header)) return { modality: null, bearer };
  if (!DUTIES.test(`${header}：`) && !DUTIES.test(`${sentence}：`)) return { modality: null, bearer };
  return { modality: governed || bearer !== null ? modality : null, bearer };
};
