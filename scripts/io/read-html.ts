/** The readable text of a web page: the article without menus, one block a line, with its publisher and date on a line of their own. */

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeBytes } from '#extraction/text/decode.ts';
import { FamaiError } from '#model/errors.ts';

const MAX_HTML_BYTES = 10 * 1024 * 1024;
const MAX_DEPTH = 400;
const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'TR',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'SECTION',
  'ARTICLE',
  'BLOCKQUOTE',
  'TABLE',
  'UL',
  'OL',
  'BR',
]);
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'SVG', 'HEAD']);

/** Declared in the page; only asked when the bytes are not UTF-8. */
const declaredCharset = (bytes: Uint8Array): string | null =>
  /charset\s*=\s*["']?([\w-]{3,20})/i
    .exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1]
    ?.toLowerCase() ?? null;

/** @throws FamaiError UNREADABLE or TOO_LARGE */
export const readHtml = (bytes: Uint8Array): { text: string; encoding: string } => {
  if (bytes.length > MAX_HTML_BYTES) throw new FamaiError('TOO_LARGE', '网页超过 10 MB (a page over 10 MB)');
  const { text: html, encoding } = decodeBytes(bytes);
  const declared = declaredCharset(bytes);
  if (encoding === 'gb18030' && declared !== null && !/^gb|utf-?8/.test(declared))
    throw new FamaiError('UNREADABLE', `网页编码 ${declared} 不受支持 (unsupported charset)`);
  try {
    return { text: articleText(html), encoding };
  } catch (cause) {
    if (cause instanceof FamaiError) throw cause;
    throw new FamaiError('UNREADABLE', '网页无法解析 (the page cannot be parsed)', { cause });
  }
};

/** Deepest nesting of elements, counted on the tags alone: nothing is parsed that no page needs. */
const nestingOf = (html: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    if (VOID.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (closing === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
  'p',
  'li',
]);
const MAX_ELEMENTS = 50_000;

const articleText = (html: string): string => {
  if (nestingOf(html) > MAX_DEPTH)
    throw new FamaiError('UNREADABLE', '网页嵌套过深，无法解析 (the page is nested too deep)');
  const { document } = parseHTML(html);
  const heading = document.querySelector('h1')?.textContent?.trim() ?? '';
  const whole = document.body === null ? '' : blockText(document.body);
  const article = new Readability(document, { charThreshold: 100, maxElemsToParse: MAX_ELEMENTS }).parse();
  const body =
    article?.content == null ? '' : blockText(parseHTML(`<html><body>${article.content}</body></html>`).document.body);
  if (article === null || body === '') return whole;
  const title = heading === '' ? (article.title ?? '').trim() : heading;
  const when = /\d{4}-\d{2}-\d{2}/.exec(article.publishedTime ?? '')?.[0] ?? '';
  const from = article.siteName == null || article.siteName === '' ? '' : `来源:${article.siteName}`;
  const rest = title !== '' && body.startsWith(title) ? body.slice(title.length).trim() : body;
  return [title, `${from}${when}`, rest].filter((line) => line !== '').join('\n\n');
};

interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<TreeNode>;
}

/** Text with a line for every block; depth is bounded, so a page nested without end is cut and not followed. */
const blockText = (root: TreeNode): string => {
  const parts: string[] = [];
  const visit = (node: TreeNode, depth: number): void => {
    if (node.nodeType === 3) {
      parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (depth > MAX_DEPTH || SILENT.has(name)) return;
    const block = BLOCKS.has(name);
    if (block) parts.push('\n');
    for (let i = 0; i < node.childNodes.length; i++) {
      const child = node.childNodes[i];
      if (child !== undefined) visit(child, depth + 1);
    }
    if (name === 'TD' || name === 'TH') parts.push('\t');
    if (block) parts.push('\n');
  };
  visit(root, 0);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
};
