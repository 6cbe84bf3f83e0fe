import { describe, expect, it } from 'vitest';
import { readBytes } from '#io/read-file.ts';
import { checkZip } from '#io/zip-budget.ts';
import { docx, pdf, zip } from './samples.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (name: string, bytes: Uint8Array): Promise<string> => (await readBytes(name, bytes)).text;
const failure = (code: string): object => expect.objectContaining({ name: 'FamaiError', code });

describe('formats', () => {
  it('plain text and markdown are decoded as they are', async () => {
    expect(await readBytes('a.md', utf8('# 甲'))).toEqual({
      text: '# 甲',
      encoding: 'utf-8',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('a web page gives its article without menus and scripts, a block a line, with source and date', async () => {
    const paragraph =
      '为了规范网络数据处理活动，保障网络数据安全，促进网络数据依法合理有效利用，保护个人、组织的合法权益，制定本条例。'.repeat(
        2,
      );
    const html = `<!doctype html><html><head><meta charset="utf-8"><title>某条例_某网</title><meta property="og:site_name" content="某网"><script>var x = '脚本';</script><style>p{}</style></head>
      <body><nav><a href="/">首页</a><a href="/n">新闻</a></nav><article><h1>某条例</h1><p>第一条 ${paragraph}</p><p>第二条 ${paragraph}</p></article><footer>版权所有</footer></body></html>`;
    const text = await textOf('a.html', utf8(html));
    expect(text).toContain(`第一条 ${paragraph}\n\n第二条 ${paragraph}`);
    expect(text.split('\n')[0]).toBe('某条例');
    expect(text).toContain('来源:某网');
    expect(text).not.toMatch(/脚本|首页|p\{\}/);
  });

  it('a page without an article gives all its text', async () => {
    expect(await textOf('a.htm', utf8('<html><body><p>甲</p><p>乙</p></body></html>'))).toBe('甲\n\n乙');
  });

  it('a page nested without end is refused before it is parsed', async () => {
    const html = `<html><body><p>甲</p>${'<div>'.repeat(20_000)}乙</body></html>`;
    await expect(readBytes('a.html', utf8(html))).rejects.toEqual(failure('UNREADABLE'));
  });

  it('a Word document gives its paragraphs', async () => {
    expect(await textOf('a.docx', docx(['某办法', '第一条 甲。', '第二条 乙。']))).toBe(
      '某办法\n\n第一条 甲。\n\n第二条 乙。\n\n',
    );
  });

  it.each([
    ['not a zip', utf8('not a zip at all')],
    ['a zip that is no Word document', zip([{ name: 'x.txt', data: utf8('x') }])],
    ['an archive inside', docx(['甲'], [{ name: 'word/inner.zip', data: utf8('x') }])],
    ['a name that climbs out', docx(['甲'], [{ name: '../../evil.xml', data: utf8('x') }])],
  ])('a .docx that is %s is unreadable', async (_name, bytes) => {
    await expect(readBytes('a.docx', bytes)).rejects.toEqual(failure('UNREADABLE'));
  });

  it('a bomb is stopped at the budget, before anything unpacks it', async () => {
    const bomb = docx(['甲'], [{ name: 'word/big.xml', data: new Uint8Array(30 * 1024 * 1024) }]);
    await expect(readBytes('a.docx', bomb)).rejects.toEqual(failure('TOO_LARGE'));
  });

  it.each([
    ['too many entries', { bytes: 1000, entries: 2, ratio: 100 }],
    ['too many bytes in all', { bytes: 5, entries: 10, ratio: 100 }],
  ])('the budget counts %s', async (_name, budget) => {
    const archive = zip(['a', 'b', 'c'].map((name) => ({ name, data: utf8('xyz') })));
    await expect(checkZip(archive, budget)).rejects.toEqual(failure('TOO_LARGE'));
  });

  it('an entry that claims another size than it has is damage', async () => {
    const liar = zip([{ name: 'a', data: utf8('x'.repeat(5000)), claimedSize: 10 }]);
    await expect(checkZip(liar, { bytes: 1e6, entries: 10, ratio: 100 })).rejects.toEqual(failure('UNREADABLE'));
  });

  it('a PDF gives its text layer; a line that goes on joins its paragraph', async () => {
    const full = '第一条 为了规范网络数据处理活动保障网络数据安全促进网络数据依法合理';
    expect(await textOf('a.pdf', pdf(['某条例', full, '有效利用。', '第二条 乙。']))).toBe(
      `某条例\n${full}有效利用。\n第二条 乙。`,
    );
  });

  it.each([
    ['a scan', pdf([]), '扫描件'],
    ['damage', utf8('%PDF-1.4 broken'), '损坏'],
  ])('a PDF that is %s is reported as such', async (_name, bytes, words) => {
    await expect(readBytes('a.pdf', bytes)).rejects.toEqual(
      expect.objectContaining({ code: 'UNREADABLE', message: expect.stringContaining(words) }),
    );
  });

  it.each([
    ['a.exe', utf8('x'), 'UNSUPPORTED_TYPE'],
    ['a.txt', new Uint8Array(), 'UNREADABLE'],
    ['a.txt', new Uint8Array(21 * 1024 * 1024).fill(0x41), 'TOO_LARGE'],
  ])('%s is refused', async (name, bytes, code) => {
    await expect(readBytes(name, bytes)).rejects.toEqual(failure(code));
  });
});
