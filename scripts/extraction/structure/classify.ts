/** What a text is: its kind, its 效力位阶, who made it. By title and history first, by the wording of the body second. */
import type { DocumentKind, Rank } from '#model/entities.ts';
import type { Header } from './header.ts';

export interface Classification {
  readonly kind: DocumentKind;
  readonly rank: Rank;
  readonly issuer: string | null;
}

const TAIL = '(?:[（(][^）)]{1,12}[）)])*$';
const AMENDMENT = new RegExp(`修正案${TAIL}|关于(?:修改|废止|修订)[^的].*的决[定议]${TAIL}`);
const STATUTE = new RegExp(
  `(?:法|条例|规定|办法|规则|细则|准则|规程|章程|守则|公约|协定|议定书|决定|规范|制度|解释|解答|典|宪法|标准)${TAIL}`,
);
const POLICY = new RegExp(
  `(?:意见|决议|通知|纲要|规划|方案|计划|公告|通告|报告|要点|通报|函|批复|答复|复函|纪要|宣言|声明)${TAIL}`,
);
const NEWS_LEAD =
  /^(?:近日|日前|昨日|今日|今天|\d{1,2}月\d{1,2}日[,，]|本报|本网|新华社|人民网|中新网|【|.{0,20}讯[ (（,，])/;
const REPORT_TITLE = /(?:印发|发布|出台|召开|举行|举办|公布|部署|通报|启动|开展|推进|联合|会见|强调)/;
const CASE_TITLE = /案$|诉.{1,60}(?:案|纠纷)|纠纷案|典型案例|指导性?案例/;
const CASE_BODY =
  /基本案情|案情回顾|案情简介|简要案情|裁判(?:要旨|要点|结果|理由)|法院(?:经审理)?认为|诉讼请求|典型意义|处理结果|案例分析|申请人请求/;

const CASE_HEADING = /^#* ?[【[]?(?:基本案情|案情回顾|案情简介|简要案情|裁判要旨|裁判要点|裁判结果)[】\]]?$/m;

/** Only courts try cases, and of what is done with cases only the two supreme organs give 解释: such a title needs no history. */
const INTERPRETING_TITLE = new RegExp(
  `^关于(?:(?:审理|人民法院).{2,80}(?:解释|规定|批复)|办理.{2,80}案件.{0,30}解释)${TAIL}`,
);
const HIGH_COURTS = /最高人民法院|最高人民检察院/;
/** A place: no characters of the date or the verb that may stand right before it. */
const LOCAL = '(?:(?:(?![年月日第届经由])[\\u4e00-\\u9fff]){2,9}(?:省|自治区|市|自治州|自治县|县|特别行政区))';
const LOCAL_CONGRESS = new RegExp(`${LOCAL}(?:第[一二三四五六七八九十]+届)?人民代表大会(?:常务委员会)?`);
const LOCAL_GOVERNMENT = new RegExp(`${LOCAL}人民政府`);
const LOCAL_TITLE = new RegExp(`^${LOCAL}`);
const CONGRESS = /(?:第[一二三四五六七八九十]+届)?全国人民代表大会(?:常务委员会)?|中国人民政治协商会议/;
const STATE_COUNCIL = /国务院(?!.{0,8}(?:部|委员会|总局|局|办公厅))/;
const MINISTRY =
  /[\u4e00-\u9fff]{2,12}(?:部|委员会|总局|管理局|局|署|中国人民银行)(?=.{0,40}(?:令|公布|发布|通过|印发|公告|制定))/;
const ISSUER_IN_TITLE =
  /^((?:(?:中共)?中央|全国|国务院|最高人民|[\u4e00-\u9fff]{2,9}(?:省|自治区|市|州|县))?[\u4e00-\u9fff、\s]{0,60}?(?:法院|检察院|人民代表大会常务委员会|人民代表大会|国务院|办公厅|人民政府|委员会|部|总局|局|署|厅))(?=关于|印发)/;

const issuerOf = (title: string, history: string): string | null => {
  const own = ISSUER_IN_TITLE.exec(title)?.[1];
  if (own !== undefined) return bareOrgan(own.trim());
  // Who approves is named where nobody else is: a county's rules are its own congress's, approved by the province's.
  const makers = history.replace(/^.*批准[）)]?$/gm, '');
  for (const lines of [makers, history]) {
    for (const pattern of [LOCAL_CONGRESS, CONGRESS, HIGH_COURTS, LOCAL_GOVERNMENT, MINISTRY, STATE_COUNCIL]) {
      const hit = pattern.exec(lines)?.[0];
      if (hit !== undefined) return bareOrgan(hit);
    }
  }
  return null;
};

/** 中华人民共和国 and the number of the term are no part of the name. */
const bareOrgan = (name: string): string =>
  name
    .replace(/第[一二三四五六七八九十]+届/, '')
    .replace(/^(?:中华人民共和国|经|由)/, '')
    .replace(/^(最高人民(?:法院|检察院))(?:审判|检察)委员会$/, '$1')
    .replace('最高人民法院最高人民检察院', '最高人民法院、最高人民检察院');

const SUPREME_ORGANS = ['最高人民法院', '最高人民检察院'];

/** Interpretations are published as 最高人民法院关于… and kept as 关于… alike: the organs its history names are part of the name. */
export const fullTitle = ({ title, history }: Header, kind: DocumentKind): string =>
  kind === 'interpretation' && title.startsWith('关于')
    ? SUPREME_ORGANS.filter((organ) => history.includes(organ)).join('、') + title
    : title;

const rankOf = (title: string, kind: DocumentKind, issuer: string | null, history: string): Rank => {
  if (kind === 'case' || kind === 'news' || kind === 'other') return '其他';
  if (/宪法(?:修正案.*)?$/.test(title)) return '宪法';
  if (/公约$|协定$|议定书$|条约$/.test(title)) return '条约';
  if (kind === 'interpretation' || (kind === 'amendment' && HIGH_COURTS.test(title))) return '司法解释';
  if (kind === 'policy') return '规范性文件';
  const by = issuer ?? '';
  if (by.startsWith('国家监察委员会')) return '监察法规';
  if (LOCAL_CONGRESS.test(by)) return '地方性法规';
  if (/全国人民代表大会/.test(by)) return '法律';
  if (LOCAL_GOVERNMENT.test(by)) return '地方政府规章';
  if (by === '国务院' || (STATE_COUNCIL.test(history) && /条例|细则|规定|办法/.test(title))) return '行政法规';
  if (LOCAL_TITLE.test(title)) return /条例/.test(title) ? '地方性法规' : '地方政府规章';
  if (by !== '') return '部门规章';
  if (/法$|刑法修正案/.test(title.replace(/[（(].*$/, ''))) return '法律';
  return /条例$/.test(title) ? '行政法规' : '部门规章';
};

/** Kind, rank and issuer of a text with this head; `bodyHead` is the first few thousand characters of its body. */
export const classify = (header: Header, bodyHead: string, hasArticles: boolean): Classification => {
  const title = header.title.replace(/\s+/g, '');
  const kind = kindOf(title, header.history, bodyHead, hasArticles);
  const issuer =
    kind === 'case' || kind === 'other' || kind === 'news'
      ? null
      : issuerOf(fullTitle({ ...header, title }, kind), header.history);
  return { kind, rank: rankOf(title, kind, issuer, header.history), issuer };
};

/** A case by its title or its headings. A case may quote articles line by line, so they do not speak against it. */
const isCase = (title: string, bodyHead: string, hasArticles: boolean): boolean => {
  if (STATUTE.test(title) || POLICY.test(title)) return false;
  if (CASE_HEADING.test(bodyHead)) return true;
  return !hasArticles && (CASE_TITLE.test(title) || CASE_BODY.test(bodyHead));
};

const kindOf = (title: string, history: string, bodyHead: string, hasArticles: boolean): DocumentKind => {
  if (!hasArticles && NEWS_LEAD.test(bodyHead) && (REPORT_TITLE.test(title) || /来源[:：]/.test(history)))
    return 'news';
  if (AMENDMENT.test(title)) return 'amendment';
  if (isCase(title, bodyHead, hasArticles)) return 'case';
  const courts =
    HIGH_COURTS.test(title) ||
    INTERPRETING_TITLE.test(title) ||
    (HIGH_COURTS.test(history) && !/人民代表大会/.test(history));
  if (courts && (STATUTE.test(title) || POLICY.test(title) || hasArticles)) return 'interpretation';
  if (STATUTE.test(title)) return 'statute';
  if (POLICY.test(title)) return 'policy';
  if (!hasArticles && NEWS_LEAD.test(bodyHead)) return 'news';
  return hasArticles ? 'statute' : 'other';
};
