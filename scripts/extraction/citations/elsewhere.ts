/** The law of another jurisdiction that bears the name of one of ours: 德国民法典, 外国公司法, a 选举法 the special region makes. */

const PLACES =
  '香港|澳门|台湾|日本|韩国|德国|法国|英国|美国|意大利|俄罗斯|苏联|瑞士|荷兰|瑞典|挪威|丹麦|芬兰|奥地利|比利时|西班牙|葡萄牙|希腊|土耳其|波兰|乌克兰|加拿大|澳大利亚|新西兰|新加坡|马来西亚|泰国|越南|老挝|缅甸|柬埔寨|菲律宾|印度尼西亚|印度|巴基斯坦|蒙古|哈萨克斯坦|巴西|阿根廷|墨西哥|智利|埃及|南非|以色列|伊朗|欧盟';
const NAMED = new RegExp(`(?:${PLACES})(?:特别行政区|地区)?(?:现行)?(?:[0-9]{4}年)?$`);
const NAMED_OF = new RegExp(`(?:${PLACES})(?:特别行政区|地区)?(?:的|原有的|现行的?)$`);
const UNNAMED =
  /(?:外国|该国|[^我本祖全]国的|所在国|所在地国|居住国|国籍国|请求国|缔约国|缔约(?:另)?一方|对方|各国|他国|别国|第三国|船旗国|旗国|登记国|东道国|其本国|境外|域外|国外)(?:的|现行)?$/;
const REGION = /特别行政区[^。；\n]{0,80}(?:制定|修改|规定|其|的|通过)$/;
const WINDOW = 100;

interface Elsewhere {
  /** Where the name with its place begins; null when no place is named and nothing is cited. */
  readonly start: number | null;
}

/** Whether the law named at `start` is another jurisdiction's; null when it is ours. `short` names are common words elsewhere. */
export function elsewhere(text: string, start: number, short: boolean): Elsewhere | null {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const named = NAMED.exec(before);
  if (named !== null) return { start: start - named[0].length };
  if (NAMED_OF.test(before) || UNNAMED.test(before)) return { start: null };
  return short && REGION.test(before) ? { start: null } : null;
}
