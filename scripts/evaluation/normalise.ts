/** How the gold sets compare names: spelling differences that make no other answer. */

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const numberOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const char of text) {
    const value = CHINESE_DIGITS[char];
    const unit = CHINESE_UNITS[char];
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      total += (digit > 0 ? digit : unit === 10 ? 1 : 0) * unit;
      digit = 0;
    } else return Number.NaN;
  }
  return total + digit;
};

/** Of a cited law: half-width, without brackets, quotes, 、, blanks, date suffix and 中华人民共和国. */
export const normalTarget = (target: string): string =>
  target
    .normalize('NFKC')
    .replace(/\(\d{4}-\d{2}-\d{2}\)(\.md)?$/, '')
    .replace(/[《》〈〉<>"“”'‘’、\s\u200b]/g, '')
    .replaceAll('中华人民共和国', '');

/** `第二百八十六条之一`, `286-1`, `286之1` → `286之1`. */
export const normalArticle = (article: string): string => {
  const text = article.normalize('NFKC').replace(/[第条條\s]/g, '');
  const [main = '', sub] = text.split(/之|-|\./);
  const value = numberOf(main);
  if (Number.isNaN(value)) return text;
  if (sub === undefined || sub === '') return String(value);
  const subValue = numberOf(sub);
  return Number.isNaN(subValue) ? text : `${value}之${subValue}`;
};

export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s《》〈〉「」“”"']/g, '');

const normalLaw = (text: string): string => bare(text).replace(/^中华人民共和国/, '');

const QUANTIFIER = /^(?:全省|全国|全市|我省|我市|本省|本市|本级|同级|地方各级|各级|有关|相关|任何|广大)/;
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^最高检$/, '最高人民检察院'],
  [/^最高法$/, '最高人民法院'],
  [/^法院$/, '人民法院'],
  [/^检察院$/, '人民检察院'],
  [/^政府$/, '人民政府'],
  [/人大常委会/, '人民代表大会常务委员会'],
  [/人大(?!会)/, '人民代表大会'],
  [/^纪委$/, '纪律检查委员会'],
  [/^监察委$/, '监察委员会'],
];

export const normalOrgan = (text: string): string => {
  let name = bare(text);
  for (let before = ''; name !== before && name !== ''; ) {
    before = name;
    name = name.replace(QUANTIFIER, '');
  }
  if (name === '') name = bare(text);
  return ABBREVIATIONS.reduce((result, [pattern, full]) => result.replace(pattern, full), name);
};

export const normalFunction = (text: string): string => {
  const name = bare(text)
    .replace(/(?:职能|职责|工作)$/, '')
    .replace(/检察监督$/, '检察');
  if (/^(?:检察公益诉讼|公益诉讼|民事公益诉讼|行政公益诉讼)$/.test(name)) return '公益诉讼检察';
  return name === '检察' ? '法律监督' : name;
};

const BY_TYPE: Readonly<Record<string, (text: string) => string>> = {
  law: normalLaw,
  organ: normalOrgan,
  function: normalFunction,
};
/** Canonical name of an entity of a type, as the gold compares it. */
export const normalCanonical = (type: string, text: string): string => (BY_TYPE[type] ?? bare)(text);

const bearerTokens = (text: string): Set<string> =>
  new Set(
    bare(text)
      .split(/、|，|,|\/|;|；|以及|或者|及其|及|和/)
      .filter((part) => part !== '')
      .map(normalOrgan),
  );

/** Lenient: quantifiers and abbreviations aside, the same set of names, or one is the other plus a modifier. */
export const sameBearer = (gold: string | null, predicted: string | null): boolean => {
  if (gold === null || predicted === null || predicted === '')
    return gold === null && (predicted === null || predicted === '');
  const a = normalOrgan(gold);
  const b = normalOrgan(predicted);
  if (a === b) return true;
  const [tokensA, tokensB] = [bearerTokens(gold), bearerTokens(predicted)];
  if (tokensA.size === tokensB.size && [...tokensA].every((token) => tokensB.has(token))) return true;
  const [longer, head] = a.length >= b.length ? [a, b] : [b, a];
  return (
    head.length >= 2 && longer.endsWith(head) && !/[、，,和或及]$/.test(longer.slice(0, longer.length - head.length))
  );
};
