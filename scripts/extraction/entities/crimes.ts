/** Crimes and targets: …犯罪 with its defining head, named 罪名, unlawful acts that are the object of 打击, 惩治, 查处. */
import { type AnchorHit, type Candidate, isHan } from './anchors.ts';
import { isAct, listedActs } from './crime-lists.ts';
import type { EntityLexicon } from './lexicon.ts';

const MAX_LEFT = 40;
/** 国（边）境: the one aside inside names of crimes. */
const BORDER = /（[边境]）/;

/** Where the words that define the crime begin: leftwards to a word of [bound] or a mark; 、 joins a list. */
const DEFINING_VERB = /^(?:危害|妨害|破坏|侵犯|侵害|扰乱|损害)$/;
const modifierStart = (text: string, at: number, lexicon: EntityLexicon): number => {
  const floor = Math.max(0, at - MAX_LEFT);
  let start = at;
  while (start > floor) {
    const code = text.charCodeAt(start - 1);
    const char = text[start - 1];
    if (char === '、') {
      if (/[罪]$/.test(text.slice(start - 3, start - 1)) || start === at) break;
    } else if (!isHan(code) && !(BORDER.test(text.slice(start - 3, start + 2)) && (char === '（' || char === '）')))
      break;
    else if (DEFINING_VERB.test(text.slice(start - 2, start))) start--;
    else if ((char !== '的' || start < at) && lexicon.crimeBound.longest(text, start, floor, 1).length > 0) break;
    start--;
  }
  while (text[start] === '、') start++;
  return start;
};

/** 危害计算机信息系统安全、数据安全 → each with the head; a verb before the first coordinate is shared by those without one. */
const SHARED_VERB = /^(?:危害|妨害|破坏|侵犯|侵害|扰乱|损害|生产|销售|利用|非法)/;
const OWN_VERB =
  /^(?:危害|妨害|破坏|侵犯|侵害|扰乱|损害|妨碍|阻碍|生产|销售|制售|制造|贩卖|贩运|买卖|利用|非法|组织|参与|窃取|泄露|提供|挪用|侵占|滥用|玩忽|徇私|贪污|受贿|行贿|诈骗|盗窃|抢劫|走私|伪造|骗取|虚假|故意|过失|拒不|拐卖|强迫|引诱)/;
const expand = (text: string, head: string): string[] => {
  const parts = text.split(/、|和|与|以及|及/).filter((part) => part !== '');
  const verb = SHARED_VERB.exec(parts[0] ?? '')?.[0] ?? '';
  return parts.map((part, index) => (index > 0 && !OWN_VERB.test(part) ? verb : '') + part + head);
};

const SEGMENT_MARKS = '，,。；;：:\n';

/** 监督检查部门, 监督管理, 调查处理: no verb of its own. */
const NO_VERB = /监督[检管部人机职员委]$|调查处.$|追诉[前期时]$/;

/** Whether a verb of [target-verb] governs `at` inside the segment; where its object begins. */
const objectStart = (text: string, at: number, lexicon: EntityLexicon): number => {
  const floor = Math.max(0, at - MAX_LEFT);
  for (let i = at; i > floor; i--) {
    if (lexicon.targetVerbs.longest(text, i, floor, 1).length > 0 && !NO_VERB.test(text.slice(i - 3, i + 1))) return i;
    if (SEGMENT_MARKS.includes(text[i - 1] ?? '')) break;
  }
  return -1;
};

/** 对…的打击力度, …专项监督: the verb may follow its object. */
const VERB_AFTER =
  /^(?:行为|活动|问题|现象|案件)?(?:等)?(?:的)?(?:(?:打击|惩治|查处|惩处|整治|治理|监督|防范|预防)(?:惩处|整治|治理)?(?:力度|工作)|专项(?:监督|整治|治理|行动|打击|检查|斗争))/;
const MAX_AFTER = 14;
/** 开展违规执法和趋利执法专项监督: other items may stand between. */
const AFTER_LIST = new RegExp(`^(?:[、和与][^，,。；;：:、和与\\n]{2,12}?){0,3}${VERB_AFTER.source.slice(1)}`);
const MAX_AFTER_LIST = 40;

const governed = (text: string, from: number, to: number, lexicon: EntityLexicon): boolean =>
  objectStart(text, from, lexicon) >= 0 || VERB_AFTER.test(text.slice(to, to + MAX_AFTER));

/** 前款犯罪, 第一款罪: a reference, no name. */
const REFERS = /[前第本][一二三四五六七八九十两]{0,3}[款条项]/;
/** 涉嫌犯罪的， is a condition. */
const CONDITION = /^的[，,；;。、：:]/;

/** 职务犯罪线索: the kind of crime is named all the same; 移送犯罪线索 names none. */
const OF_KIND = /^(?:线索|集团|团伙|分子)/;
const spoiledByNext = (text: string, hit: AnchorHit, lexicon: EntityLexicon): boolean => {
  if (lexicon.crimeNotAfter.longest(text, hit.end, hit.end + 4, 1).length === 0) return false;
  const floor = Math.max(0, hit.start - MAX_LEFT);
  return (
    !OF_KIND.test(text.slice(hit.end, hit.end + 2)) ||
    lexicon.crimeKinds.longest(text, hit.start, floor, 1).length === 0
  );
};

/** 滥用职权、玩忽职守等职务违法和 before 职务犯罪: what stands between the acts and the head. */
const AFTER_ACTS = /等(?:[\u4e00-\u9fff]{0,4}违法(?:行为)?[和与及、])?$/;
const MAX_AFTER_ACTS = 10;

const ofHead = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate[] => {
  if (hit.word === '罪' && text[hit.start - 1] === '犯') return [];
  if (spoiledByNext(text, hit, lexicon)) return [];
  if (CONDITION.test(text.slice(hit.end, hit.end + 2))) return [];
  const start = text[hit.start - 1] === '等' ? hit.start : modifierStart(text, hit.start, lexicon);
  const list = hit.word === '犯罪' ? AFTER_ACTS.exec(text.slice(Math.max(0, start - MAX_AFTER_ACTS), start)) : null;
  let listed = list === null ? [] : listedActs(text, start - list[0].length, lexicon);
  const from = listed[0]?.start ?? hit.start;
  if (listed.length > 0 && !governed(text, from, hit.end, lexicon))
    listed = listed.filter(({ start: at, end }) => isAct(text.slice(at, end), lexicon));
  const modifier = text.slice(start, hit.start);
  if (REFERS.test(modifier)) return listed;
  if (modifier === '') {
    if (lexicon.bareCrimeNotAfter.longest(text, hit.end, hit.end + 4, 1).length > 0) return listed;
    if (hit.word === '罪' || !governed(text, from, hit.end, lexicon)) return listed;
    return [...listed, { start: hit.start, end: hit.end, canonical: [hit.word], rule: 'crime.object' }];
  }
  if (modifier.length < 2 || (hit.word === '罪' && modifier.length < 3)) return listed;
  const canonical =
    hit.word === '罪'
      ? [modifier + hit.word]
      : expand(modifier.replace(/的$/, ''), (modifier.endsWith('的') ? '的' : '') + hit.word);
  if (canonical.every((name) => lexicon.generic.has(name))) return listed;
  return [
    ...listed,
    { start, end: hit.end, canonical, rule: canonical.length > 1 ? 'crime.coordinated' : 'crime.head' },
  ];
};

const VAGUE = /^(?:各类|各种|一切|有关|相关|其他)/;
/** 违反本条例规定的违法行为: what a statute forbids, no target. */
const STATUTORY = /本法|本条例|本办法|本规定|法律|法规|规定/;

/** …违法行为, as the object of 查处, 纠正; before it, after 等, the acts. */
const ofUnlawful = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate[] => {
  const object = objectStart(text, hit.start, lexicon);
  const listEnd = text.lastIndexOf('等', hit.start - 1);
  const segment = text.slice(Math.max(0, listEnd), hit.start);
  const listed =
    listEnd >= hit.start - 8 && listEnd >= 0 && !/[，,。；;：:\n、]/.test(segment)
      ? listedActs(text, listEnd, lexicon)
      : [];
  const from = listed[0]?.start ?? hit.start;
  if (!governed(text, from, hit.end, lexicon)) return [];
  const described = listed.length > 0 ? listEnd + 1 : object;
  if (described < 0) return listed;
  const start = VAGUE.test(text.slice(described, described + 2)) ? described + 2 : described;
  const name = text.slice(start, hit.end);
  const skip = lexicon.generic.has(name) || hit.start - start < 2 || STATUTORY.test(name) || /[等“”]/.test(name);
  return skip ? listed : [...listed, { start, end: hit.end, canonical: [name], rule: 'crime.unlawful' }];
};

/** Verbs whose object is unlawful whatever it is: 纠正…等问题. 预防, 监督, 治理 have other objects too. */
const ofKind = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate[] => {
  const listed = listedActs(text, hit.start, lexicon);
  const from = listed[0]?.start ?? -1;
  if (from < 0) return [];
  const object = objectStart(text, from, lexicon);
  if (object >= 0 && STRONG.test(text.slice(Math.max(0, object - 2), object))) return listed;
  return governed(text, from, hit.end, lexicon)
    ? listed.filter(({ start, end }) => isAct(text.slice(start, end), lexicon))
    : [];
};
const STRONG = /打击|严打|惩治|严惩|惩处|查处|查办|纠正|查纠|惩戒|制裁/;

/** 涉民营企业虚假诉讼, 跨境网络赌博. */
const NARROWED = /(?:涉[\u4e00-\u9fff]{1,8}?|新型|跨境|网络|农村|未成年人)$/;
const ENDS_ITEM = /^(?:[、，,。；;：:”\n和与及或等]|以及|的|行为|活动|问题|违法犯罪|专项|$)/;

/** 监督检查人员徇私舞弊: an actor stands between, so the act is no object. */
const ACTOR = /(?:人员|部门|机关|机构|单位)(?!的|利用|实施|内部)[^的]*$/;

/** 深挖虚假诉讼背后的职务犯罪: the object is what stands behind. */
const BEHIND = '背后';

/** A target of the lexicon, or a 罪名 without 罪. */
const ofTarget = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate[] => {
  if (hit.kind === 'act' && !ENDS_ITEM.test(text.slice(hit.end, hit.end + 4))) return [];
  if (text.startsWith(BEHIND, hit.end)) return [];
  const object = objectStart(text, hit.start, lexicon);
  if (object < 0 && !AFTER_LIST.test(text.slice(hit.end, hit.end + MAX_AFTER_LIST))) return [];
  if (object >= 0 && ACTOR.test(text.slice(object, hit.start))) return [];
  const before = text.slice(Math.max(object, hit.start - 10), hit.start);
  const segment = before.slice(
    Math.max(...[...SEGMENT_MARKS, '、', '对', '的', '和'].map((mark) => before.lastIndexOf(mark))) + 1,
  );
  const narrowed = NARROWED.exec(segment)?.[0] ?? '';
  const start = hit.start - narrowed.length;
  const canonical = narrowed === '' && hit.meaning.length > 0 ? hit.meaning : [text.slice(start, hit.end)];
  return [{ start, end: hit.end, canonical, rule: 'crime.target' }];
};

export const findCrimes = (text: string, hits: readonly AnchorHit[], lexicon: EntityLexicon): Candidate[] =>
  hits.flatMap((hit) => {
    switch (hit.kind) {
      case 'crime-name':
        return [{ start: hit.start, end: hit.end, canonical: [hit.word], rule: 'crime.name' }];
      case 'target':
      case 'act':
        return ofTarget(text, hit, lexicon);
      case 'unlawful':
        return ofUnlawful(text, hit, lexicon);
      case 'acts':
        return ofKind(text, hit, lexicon);
      default:
        return ofHead(text, hit, lexicon);
    }
  });
