/** One key for the ways a title is printed: with and without 中华人民共和国, 〈〉 or 《》 or <> inside, full-width or half-width signs. */
const SIGNS = /[《》〈〉<>“”"‘’'、，,\s\u200b]/g;
const STATE = /中华人民共和国/g;
/** A note of version in the title: （2012年修正）, (2018修订), （修订版）. The instrument stays the same. */
const VERSION =
  /[（(](?:19|20)\d\d年?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改|施行|版|公布)(?:本|版)?[）)]$|[（(](?:修正|修订|修改)(?:本|版)?[）)]$/;

export const titleKey = (title: string): string =>
  title.replace(VERSION, '').normalize('NFKC').replace(SIGNS, '').replace(STATE, '');

/** The title without a note of its version. */
export const withoutVersion = (title: string): string => title.replace(VERSION, '');
