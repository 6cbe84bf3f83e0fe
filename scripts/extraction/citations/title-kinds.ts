/**
 * Which 《…》 name a law: the grammar of titles as data. Sources: 立法技术规范（试行）（一） on 法律名称; 行政法规制定程序条例
 * 第五条 (条例、规定、办法); 规章制定程序条例 第七条 (规定、办法); 最高人民法院关于司法解释工作的规定 第六条 (解释、规定、规则、
 * 批复、决定); 党政机关公文处理工作条例 第八条 (决议、决定、命令、意见、通知、批复 …); 缔结条约程序法 第二条 (条约、协定).
 * What is not listed is no law: certificates (证), forms (表), letters of procedure (书), contracts, newspapers.
 */

/** A title that ends so is an instrument by itself, whatever comes before. */
export const PLAIN_HEADS = [
  '法',
  '法典',
  '条例',
  '规定',
  '办法',
  '规则',
  '细则',
  '通则',
  '总则',
  '准则',
  '条令',
  '规程',
  '规范',
  '修正案',
  '公约',
  '议定书',
  '协定',
  '条约',
  '宪章',
  '解释',
  '共同纲领',
] as const;

/** 法 and 规范 also end ordinary words and titles of books. */
export const ORDINARY_WORDS =
  /(?:司法|执法|普法|守法|违法|非法|方法|做法|书法|说法|疗法|兵法|手法|语法|看法|想法|算法|写法|办法论|国际法|行政法|经济法|民商法|社会法|比较法|工作方法|技术规范|设计规范|施工规范|验收规范|技术规程|操作规程|测定法|检验法|检查法|试验法|工艺规程)$/;

/** A technical standard: 国家标准《建筑防火规范》, GB/T 4754《…分类规则》. */
export const STANDARD_BEFORE =
  /(?:国家|行业|地方|团体|企业|技术|推荐性|强制性)标准(?:的)?$|[A-Z]{2,4}(?:\/[A-Z])?[ \u00a0]?[0-9][0-9.]*(?:[-—–－][0-9]{2,4})?$/;
export const STANDARD_HEADS: ReadonlySet<string> = new Set(['规范', '规程', '通则', '规则', '准则', '总则', '标准']);

/** These are instruments only when the title shows its frame (关于…的通知): 决定 and 通知 are also acts in one case. */
export const FRAMED_HEADS: Readonly<Record<string, RegExp>> = {
  决定: /关于.*的决定$|的决定$/,
  决议: /决议$/,
  意见: /关于|(?:指导|若干|实施|处理|暂行)意见$|的意见$/,
  通知: /关于|印发|转发|的通知$/,
  批复: /关于|的批复$/,
  答复: /关于|的答复$/,
  复函: /关于|的复函$/,
  函: /关于.*的函$/,
  解答: /问题/,
  通告: /关于|的通告$/,
  公告: /关于|的公告$/,
  命令: /关于|的命令$/,
  安排: /内地|香港|澳门|台湾|两岸/,
  制度: /工作制度$|管理制度$|登记制度$|报告制度$/,
  标准: /(?:分级|认定|追诉|定罪|量刑|立案|伤残|鉴定|评残|处罚|裁量|致残等级|残疾|损伤程度).*标准$/,
  纲要: /国家|全国|中国|公民|(?:实施|规划|发展|建设)纲要/,
  方案: /(?:改革|试点).*方案$/,
  协议: /^与|^海峡两岸|国际|司法互助|司法协助|知识产权|贸易组织|政府间/,
  声明: /政府|联合声明/,
  宣言: /世界|人权|联合国|国际|环境与发展/,
  指引: /审理|办案|监管|合规|抗诉|工作指引$/,
  指南: /审理|办案|量刑|执法/,
  纪要: /全国|座谈会|审判工作|会谈纪要/,
  若干问题: /./,
  报告: /^(?:国务院|中共中央|中央)[^〈]*(?:批转|转发)/,
  目录: /产业.*目录$|准入.*目录$/,
};

/** Rules of trade and charters, whoever names them. */
export const NO_STATE_RULES =
  /跟单信用证|见索即付保函|托收统一|国际贸易术语|国际备用证|党章|仲裁规则$|(?:业主|居民|村民)(?:管理|临时)?(?:公约|规约)$|^(?:临时)?管理规约$/;

/** Matters a private body regulates for itself. */
export const PRIVATE_RULES =
  /^(?:员工|职工手册|公司|学生|业主|小区|本公司|厂规|店规)(?!.*法$)|员工(?:手册|守则|管理|奖惩|行为|考勤)|考勤|绩效|薪酬管理|管理规约|薪酬|奖金|提成|离职|销售政策|工资分配/;

/** A private body named in the title as the one who issued it. */
export const PRIVATE_ISSUER =
  /^[^〈<关]{0,30}(?:有限公司|有限责任公司|股份公司|集团公司|集团|工厂|饭店|酒店|宾馆|商场|超市|俱乐部|某公司|村民委员会|居民委员会|业主委员会|业主大会)(?:关于|员工|职工|[^〈]{0,12}(?:制度|办法|规定|通知|决定|意见|规则|细则)$)/;

/** No private body calls its rules so. */
export const NEVER_PRIVATE =
  /(?<!办)法典?$|^中华人民共和国|^(?:国家|国务院)|^[\u4e00-\u9fff]{2,8}(?:省|自治区|自治州|自治县)[^村社公]{0,20}条例$/;

/** What the state lays down for a kind of body: its registration, its supervision, its election. */
export const STATE_MATTER =
  /登记|注册|债券|监督|监管|审计|选举|信息披露|信用|换届|组织法|清算|破产|重整|股票|股份|上市|国有|指导(?:规则|意见)|暂行规定|试行|工作条例|条例$|管理暂行|活动规则/;

/** Acts in one case that also are kinds of instruments: 《关于解除劳动合同的通知》 of an employer. */
export const ACT_HEADS: ReadonlySet<string> = new Set([
  '决定',
  '通知',
  '意见',
  '函',
  '复函',
  '答复',
  '批复',
  '公告',
  '通告',
  '方案',
]);

/** What an authority or an employer decides about someone: 关于不予公开的决定, 关于对张某的处理意见. */
export const ACT_OF_ONE_CASE =
  /^关于(?:对|给予|不予|驳回|撤销|维持|变更|解除|终止|中止|收回|征收|注销|吊销|责令|准予|授予|任命|免去|聘任|开除|辞退|限期|停止|拒绝|暂停|恢复|申请|请求)|某|申请的|来信|信访|投诉事项|举报事项/;

/** A public body right before 《. */
export const PUBLIC_BEFORE =
  /(?:部|委|局|署|厅|院|办公室|(?<!业主|村民|居民|管理|仲裁)委员会|政府|人民银行|中央|机关|两高)$/;
/** Words of a title that show a public matter or maker. */
export const PUBLIC_TITLE =
  /^中华人民共和国|法典?$|[〈<]|国家|全国|最高人民|国务院|人民|政府|法院|检察|行政|[省市县](?!场)|自治区|[部局委厅署](?=关于|、)|条例|公约|协定|解释/;

/** A body that makes no law, named earlier in the same sentence: 公司《员工手册》第十二条和《商品陈列管理规定》. */
export const PRIVATE_EARLIER = /(?:公司|集团|工厂|用人单位|学校|酒店|物业|业委会|村委会|商场|超市)[^。；\n]{0,24}$/;

/** A private body right before 《 as the one who issued it: 该公司《销售管理办法》, 用人单位制定的《考勤规定》. */
export const PRIVATE_BEFORE =
  /(?:公司|集团|用人单位|某某?厂|厂方|学校|酒店|物业|商会|小区|村委会|居委会|业委会|本单位|该单位|企业|内部|单位)(?:自行|单方|依法)?(?:制定|发布|印发|下发|作出|修订|出台|公布|通过|实施|执行|内部)?(?:了|的)?$/;
