/** 应当履行下列义务：, 行使下列职权：, 不得有下列行为： what the header makes of the items after it. */
import type { Modality } from '#model/entities.ts';
import type { Clause } from './clause.ts';

export interface ListHeader {
  /** Null when the items are no duties: 有下列情形之一的, 应当具备下列条件. */
  readonly modality: Modality | null;
  readonly bearer: string | null;
  /** A modal governs the items, of the header or of its sentence: 应当做好下列工作, unlike 负责下列工作. */
  readonly governed: boolean;
  /** The items are cases, each with what its bearer does in it. */
  readonly cases: boolean;
}

const LISTS = /下列|如下/;
const LISTS_BEFORE_COLON = /下列|如下|以下/;
const THESE = '(?:下列|以下|如下)';
/** What a list of acts is called, closing the header or before what it is for: 采取下列措施保障安全, 采取以下方式进行核实. */
const DUTIES = new RegExp(
  `${THESE}[^，,。；;：:]{0,20}?(?:义务|职责|职权|职能|权力|权限|任务|工作|措施|要求|规定)(?:[，,：:。]|$)|` +
    `(?:采取|履行|行使|承担|落实|开展|完成|做好|组织)${THESE}[^，,。；;：:的]{0,12}?(?:义务|职责|职权|任务|工作|措施)(?!的|之|中|相|制)|` +
    `(?:负责|履行|行使|办理|承担|决定|开展|遵守|遵循|做好|落实|坚持|享有|建立)${THESE}`,
);
/** Ways to act: 通过下列方式举报, 按照下列程序办理. */
const WAYS = new RegExp(
  `(?:采取|采用|通过|按照|按|依照|以)${THESE}(?:一种或者[^，,：:]{1,4})?(?:方式|方法|途径|渠道|形式|程序|步骤)`,
);
/** 按照下列情形分别处理: what is to be done in each case. */
const CASES = new RegExp(
  `(?:按照|按|根据|依照|依据|区分|区别|分别)${THESE}(?:不同)?(?:情形|情况|规定)[^，,：:的]{0,10}?(?:处理|办理|作出|予以|处罚|处置|答复|执行|进行)`,
);
const ACTS = new RegExp(`${THESE}[^，,。；;：:]{0,16}?(?:行为|活动)`);
const CONDITIONS = /(?:情形|情况|条件|材料|文件|资料|之一|标准)[^，,]{0,6}[：:]?$|之一的/;
const CONTENTS = new RegExp(`(?:包括|载明|记载|具备|符合|提交|提供|附具|提出|注明|说明|写明|明确|规定|有)${THESE}`);

/** 来源包括：: the items are parts of something. */
export const opensContents = ({ modal, segment, end }: Clause, text: string): boolean =>
  modal === null && (segment.mark === '：' || segment.mark === ':') && /包括$|分为$/.test(text.slice(end - 2, end));

/** `last`: the segment ends its paragraph, or the sentence ends in a colon later on. 以下罚款 is no list. */
export const isHeader = (segment: string, mark: string, last: boolean): boolean => {
  return mark === '：' || mark === ':' ? LISTS_BEFORE_COLON.test(segment) : last && LISTS.test(segment);
};

/** Whether the items after `header`, in its `sentence`, are acts somebody is to perform. */
const listsActs = (sentence: string, header: string, modality: Modality): boolean => {
  if (CASES.test(header) || WAYS.test(header)) return modality !== 'must_not';
  if (CONDITIONS.test(header)) return false;
  if (ACTS.test(header) && (modality === 'must_not' || header.includes('行为'))) return modality === 'must_not';
  if (CONTENTS.test(header) && !/(?:义务|职责|职权|要求|规定)[：:]?$/.test(header)) return false;
  return DUTIES.test(`${header}：`) || DUTIES.test(`${sentence}：`);
};

export const readHeader = (
  sentence: string,
  header: string,
  modality: Modality,
  bearer: string | null,
  governed: boolean,
): ListHeader => ({
  modality: listsActs(sentence, header, modality) && (governed || bearer !== null) ? modality : null,
  bearer,
  governed,
  cases: CASES.test(header),
});
