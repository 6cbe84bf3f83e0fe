/** Who made what a 《…》 names: a public body, a private one, or an authority in one case. By the title and the words around it. */
import {
  ACT_HEADS,
  ACT_OF_ONE_CASE,
  NEVER_PRIVATE,
  PRIVATE_BEFORE,
  PRIVATE_EARLIER,
  PRIVATE_ISSUER,
  PRIVATE_RULES,
  PUBLIC_BEFORE,
  PUBLIC_TITLE,
  STATE_MATTER,
} from './title-kinds.ts';

/** What stands before 《 and behind 》, in the same sentence. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

const MINISTRY =
  '外交|国防|教育|科技|科学技术|工信|工业和信息化|公安|国家安全|民政|司法|财政|人社|人力资源和?社会保障|自然资源|国土资源|生态环境|环境保护|环保|住建|住房和?城乡建设|建设|交通运输|交通|铁道|水利|农业农村|农业|商务|文化和旅游|文旅|文化|卫生|应急管理|应急|监察|劳动和?社会保障|劳动|人事|信息产业|电子工业|机械工业|冶金工业|化学工业|煤炭工业|邮电|林业|对外贸易经济合作|外经贸|退役军人事务|中宣|中组|中央宣传|中央组织';
/** Organs of the whole state, at the end of what stands before a name or at the beginning of a title. */
const CENTRAL = `(?:国务院(?:办公厅)?|中共中央(?:办公厅)?|中办|国办|中央军委|国家监委|国家监察委员会|全国人大常委会|全国人大|全国人民代表大会(?:常务委员会)?|最高(?:人民)?(?:法院|检察院)|最高法|最高检|两高|(?:${MINISTRY})部|发改委|发展改革委|国家[\\u4e00-\\u9fff]{2,12}(?:委|委员会|局|署|办公室|办)|[\\u4e00-\\u9fff]{2,6}总局|海关总署|审计署|(?:中国)?(?:银保监会|证监会|银监会|保监会)|中国[\\u4e00-\\u9fff]{2,8}监督管理委员会|(?:中国)?人民银行|央行)`;
const LOCAL =
  '(?:[省市县区州](?:人民)?政府(?:办公厅|办公室)?|(?:人民)?政府(?:办公厅|办公室)?|人大常委会|人民代表大会(?:常务委员会)?|[\\u4e00-\\u9fff][厅局署]|行政公署|公安厅)';
const CENTRAL_BEFORE = new RegExp(`${CENTRAL}$`);
const ORGAN_BEFORE = new RegExp(`(?:${CENTRAL}|${LOCAL})$`);
const ISSUED_IN_TITLE = new RegExp(`^(?:中华人民共和国|原)?${CENTRAL}`);
/** Members of a list that stand between the issuer and this name. */
const LIST_BEFORE = /(?:《[^《》]*》(?:[（(][^（）()]*[）)])?(?:[、，,和与及]|以及)*)+$/;
/** 于2009年3月1日以第9号令公布的, 公告2019年第3号. */
const ISSUING =
  /(?:[（(][^（）()]{0,30}[）)])?(?:于|在)?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:起)?(?:以)?(?:公告|令|文件?)?(?:[0-9]{4}年)?(?:第[0-9]{1,4}号)?(?:令|公告|文件?)?(?:联合|共同|正式)?(?:发布|印发|出台|制定|制订|公布|颁布|颁发|下发|转发|作出|发出|施行|修订|修正)?(?:施行|实施)?(?:了|的)?$/;
const DECREE_BEFORE =
  /(?:令|公告)(?:[0-9]{4}年)?第[0-9]{1,4}号(?:公布|发布|颁布)?的?$|第[0-9]{1,4}号(?:令|公告)(?:公布|发布|颁布)?的?$/;
/** （省政府令第9号）, （发改价格〔2009〕1号）, （第622章）, 同时废止. */
const DECREE_AFTER =
  /^[（(](?:[^（）()]{0,24}(?:令|公告)(?:[0-9]{4}年)?第[0-9]{1,4}号|第[0-9]{1,4}号令|第[0-9A-Z]{1,5}章)/;
const NUMBER_AFTER = /^[（(][^（）()]{1,16}[〔[［][0-9]{4}[〕\]］][0-9]{1,5}号/;
const REPEALED_AFTER =
  /^(?:[（(][^（）()]*[）)])?(?:(?:[、，,和与及]|以及)*《[^《》]*》(?:[（(][^（）()]*[）)])?)*(?:等)?(?:[^。；，《》\n]{0,10})(?:同时|即行|予以|相应|一并)?废止/;
const ELSEWHERE_BEFORE = /(?:香港|澳门|台湾地区|特别行政区)(?:地区|特区)?(?:的|现行|政府)?$/;
const PLACE = /^[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|自治州|自治县|特别行政区|经济特区)(?=[\u4e00-\u9fff])/;
/** Kinds of bodies the state makes rules about; without a name of their own before them. */
const KIND_OF_BODY =
  /^(?:(?:农村|城市|社区|前期|住宅区?)?(?:村民委员会|居民委员会|村民|居民|业主大会|业主委员会|业主|企业集团|企业|集体企业|公司|上市公司|证券公司|股份有限公司|有限责任公司|国有[\u4e00-\u9fff]{0,6}公司|商场|超市|酒店|宾馆|俱乐部|工厂|物业))/;

const issuerOf = (before: string): string => before.replace(LIST_BEFORE, '').replace(ISSUING, '');

/** Whether the words around a title show that a public body made it. */
function isMadePublicly({ before, after }: Around): boolean {
  const plain = before.replace(LIST_BEFORE, '');
  return (
    DECREE_BEFORE.test(plain) ||
    DECREE_AFTER.test(after) ||
    REPEALED_AFTER.test(after) ||
    ELSEWHERE_BEFORE.test(plain) ||
    ORGAN_BEFORE.test(issuerOf(before))
  );
}

/** Rules a company, a school, the owners of a house give themselves. */
export function isPrivateRule(title: string, around: Around): boolean {
  if (NEVER_PRIVATE.test(title)) return false;
  if (PRIVATE_BEFORE.test(around.before)) return true;
  if (!PRIVATE_RULES.test(title) && !PRIVATE_ISSUER.test(title)) return false;
  const matter = title.replace(PLACE, '');
  const ofKind = KIND_OF_BODY.test(matter);
  if (ofKind && (matter !== title || STATE_MATTER.test(matter))) return false;
  return !isMadePublicly(around);
}

/** In a case, rules and letters of those in dispute bear the names of instruments; an authority or the title tells them apart. */
export function isOfTheCase(title: string, head: string, around: Around): boolean {
  const issuer = issuerOf(around.before);
  const central = CENTRAL_BEFORE.test(issuer) || ISSUED_IN_TITLE.test(title);
  if (central) return false;
  const act = ACT_HEADS.has(head);
  if (act && ACT_OF_ONE_CASE.test(title)) return true;
  if (PUBLIC_TITLE.test(title)) return false;
  if (PRIVATE_EARLIER.test(around.before)) return true;
  return act && !PUBLIC_BEFORE.test(issuer) && !isMadePublicly(around) && !NUMBER_AFTER.test(around.after);
}
