import { describe, expect, it } from 'vitest';
import { countHosts, hostAllowed, originAllowed } from '#server/api/security/hosts.ts';
import { allowedMethods } from '#server/api/security/methods.ts';
import { checkUploadHead, safeUploadName } from '#server/services/upload-names.ts';

const LOCAL = { host: '127.0.0.1', names: [] };
const OPENED = { host: '0.0.0.0', names: ['famai.example'] };

describe('Host on loopback: the address listened on, nothing else', () => {
  it.each([
    ['127.0.0.1:3000', true],
    ['localhost:3000', true],
    ['LOCALHOST:3000', true],
    ['[::1]:3000', true],
    ['127.0.0.1', false],
    ['127.0.0.1:3001', false],
    ['127.0.0.2:3000', false],
    ['evil.example:3000', false],
    ['127.0.0.1.evil.example:3000', false],
    ['localhost.:3000', false],
    ['user@localhost:3000', false],
    ['localhost:3000/x', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (host, allowed) => expect(hostAllowed(host, 3000, LOCAL)).toBe(allowed));
});

describe('Host of an opened server: addresses and listed names, on any port', () => {
  it.each([
    ['192.168.1.5:3000', true],
    ['[fe80::1]:80', true],
    ['famai.example', true],
    ['FAMAI.example:8443', true],
    ['localhost:3000', true],
    ['evil.example:3000', false],
    ['famai.example.evil.example', false],
  ])('%s: %s', (host, allowed) => expect(hostAllowed(host, 3000, OPENED)).toBe(allowed));
});

it('sees a second Host header that Node hides', () => {
  expect(countHosts(['Host', 'a', 'Accept', 'host', 'HOST', 'b'])).toBe(2);
});

describe('Origin', () => {
  it.each([
    [undefined, true],
    ['http://127.0.0.1:3000', true],
    ['https://127.0.0.1:3000', true],
    ['http://127.0.0.1:3001', false],
    ['http://evil.example', false],
    ['null', false],
    ['file://', false],
  ])('%s: %s', (origin, allowed) => expect(originAllowed(origin, '127.0.0.1:3000')).toBe(allowed));
});

describe('methods', () => {
  it.each([
    ['/api/cypher', ['POST']],
    ['/api/cypher/schema', ['GET', 'HEAD']],
    ['/api/cypher/abc', ['DELETE']],
    ['/api/stats', ['GET', 'HEAD']],
    ['/api/imports', ['POST']],
    ['/api/views', ['GET', 'HEAD', 'POST']],
    ['/law/x', ['GET', 'HEAD']],
  ])('%s', (path, methods) => expect(allowedMethods(path)).toEqual(methods));
});

describe('names of uploaded files', () => {
  it.each([
    ['网络安全法.txt', '网络安全法.txt'],
    ['法规/2016/网络安全法.txt', '法规/2016/网络安全法.txt'],
    ['法规\\网络安全法.txt', '法规/网络安全法.txt'],
    ['a..b.txt', 'a..b.txt'],
  ])('%s', (given, name) => expect(safeUploadName(given)).toBe(name));
  it.each([
    ['../../../../tmp/evil.txt'],
    ['..\\..\\x.txt'],
    ['C:\\x.txt'],
    ['/abs.txt'],
    ['a//b.txt'],
    ['a/./b.txt'],
    ['a\0.txt'],
    ['a\n.txt'],
    ['CON.txt'],
    ['folder/nul'],
    [''],
    [`${'x'.repeat(300)}.txt`],
    [`${'文'.repeat(90)}.txt`],
    [`${'a/'.repeat(30)}x.txt`],
  ])('refuses %j', (given) => expect(() => safeUploadName(given)).toThrow('文件名'));
});

describe('first bytes against the ending', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['a.txt', '第一条'],
    ['a.html', '<p>'],
    ['a.pdf', '%PDF-1.7'],
    ['a.docx', 'PK\u0003\u0004'],
    ['a.txt', ''],
  ])('%s with %j is taken', (name, head) => expect(() => checkUploadHead(name, bytes(head))).not.toThrow());
  it.each([
    ['a.txt', 'PK\u0003\u0004'],
    ['a.txt', '%PDF-1.7'],
    ['a.txt', '\u007fELF'],
    ['a.pdf', 'hello'],
    ['a.docx', '<p>'],
    ['a.exe', 'MZ'],
    ['a', 'text'],
  ])('%s with %j is refused', (name, head) => expect(() => checkUploadHead(name, bytes(head))).toThrow(/扩展名|格式/));
});
