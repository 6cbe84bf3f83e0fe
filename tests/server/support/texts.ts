/** Small documents that hold every shape the answers speak of. The wording is made up; the names are real. */

export interface TestText {
  /** Path below the imported folder. */
  readonly path: string;
  readonly text: string;
}

const 网络安全法: TestText = {
  path: '网络安全法(2016-11-07).md',
  text: `# 中华人民共和国网络安全法

2016年11月7日 第十二届全国人民代表大会常务委员会第二十四次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了保障网络安全，根据宪法，制定本法。

第二条 国家实行网络安全等级保护制度。网络运营者应当按照网络安全等级保护制度的要求，履行下列安全保护义务：

（一）制定内部安全管理制度和操作规程；

（二）采取防范计算机病毒的技术措施。

网络运营者不得泄露个人信息。

第三条 国家网信部门可以根据本法第二条第一款的规定制定办法。

## 第二章 法律责任

第四条 违反本法第二条第一款、第三条规定的，由有关主管部门责令改正。

第五条 违反前条规定，构成犯罪的，依照《中华人民共和国刑法》第二百八十六条之一的规定追究刑事责任。
`,
};

const 条例: TestText = {
  path: '未成年人网络保护条例(2023-10-16).md',
  text: `# 未成年人网络保护条例

2023年10月16日 国务院令第766号公布

<!-- INFO END -->

第一条 为了营造有利于未成年人身心健康的网络环境，根据《中华人民共和国网络安全法》，制定本条例。

第二条 网络服务提供者应当遵守《中华人民共和国网络安全法》第二条第一款第（一）项、第二条第二款和第三条的规定。

第三条 违反本条例第二条规定的，依照《中华人民共和国网络安全法》第四条的规定处罚。

第四条 国家鼓励学校开展未成年人网络素养教育。
`,
};

const 办法: TestText = {
  path: '网络数据安全管理办法(2024-01-02).md',
  text: `# 网络数据安全管理办法

2024年1月2日 国家互联网信息办公室令第9号公布

<!-- INFO END -->

第一条 网络运营者违反《网络安全法》第二条第二款的，依照有关规定处理。

第二条 各级人民检察院可以依法开展公益诉讼检察。
`,
};

/** What a page would run and a spreadsheet would calculate, were it not data everywhere. */
export const HOSTILE_TITLE = '<img src=x onerror=alert(1)>关于网络安全的通知';
const 恶意: TestText = {
  path: '恶意.txt',
  text: `${HOSTILE_TITLE}

=cmd|' /C calc'!A0 网络运营者应当遵守《网络安全法》第三条的规定。

"><script>alert(1)</script> 检察机关应当依法履行刑事检察职能。
`,
};

export const TEST_TEXTS: readonly TestText[] = [网络安全法, 条例, 办法, 恶意];
