/** Sentences that state no norm: the purpose of the text, background, what was done. */
import { Characters } from '../clauses/characters.ts';

const PURPOSE =
  /^(?:为|为了|根据|依据|依照|按照|鉴于|经|现).*(?:制定本(?:法|条例|规[定则章]|办法|细则|决[定议]|解释|意见|准则|章程|标准|通知|制度|指引|暂行|实施)|制定如下|修改如下|作出如下|作如下|作以下|提出如下|提出以下|规定如下|通知如下|公告如下|解释如下|决定如下|特制定|特作|特提出|现就|现对|现将|批复如下)/s;
const FORMULA =
  /(?:本[^，。]{1,8}自.{4,24}(?:起施行|之日起)|同时废止|(?:决议|决定|意见|通知|解释)如下[：:]?$|特此(?:通知|公告|批复))/;
const BACKGROUND =
  /^(?:[^，,。]{0,12}(?:指出|强调|介绍|表示|认为)[，,：:])?(?:会议(?:认为|听取|审议|指出.{0,10}取得)|.{0,6}近年来|多年来|党的十[八九]大以来|.{0,12}以来[，,]|据(?:介绍|了解|悉|统计)|截至|去年|今年(?:以来|上半年|前)|此前|过去)/;
const DONE =
  /(?<![为除明罢算得不])了(?![解却结断])|已经|取得(?:明显|显著|积极|阶段|重要|较|良好|历史)|得到(?:了|有效|明显|进一步)/;

/** One of them stands in every formula. */
const FORMULA_SIGNS = new Characters('自废下此');
const mayBeFormula = (sentence: string): boolean => {
  for (let at = 0; at < sentence.length; at++) if (FORMULA_SIGNS.at(sentence, at)) return true;
  return false;
};

export const isBackground = (sentence: string): boolean =>
  PURPOSE.test(sentence) || (mayBeFormula(sentence) && FORMULA.test(sentence));

export const isDescription = (sentence: string): boolean => BACKGROUND.test(sentence) || DONE.test(sentence);
