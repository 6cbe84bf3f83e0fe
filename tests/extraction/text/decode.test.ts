import { describe, expect, it } from 'vitest';
import { decodeBytes } from '#extraction/text/decode.ts';

const TEXT = '第一条 为了维护网络安全，制定本法。';
const GB18030 = Uint8Array.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xce, 0xaa, 0xc1, 0xcb]);
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
};
const join = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe('decoding', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT), TEXT, 'utf-8'],
    [
      'UTF-8 with a mark: the mark is no part of the text',
      join([0xef, 0xbb, 0xbf], new TextEncoder().encode(TEXT)),
      TEXT,
      'utf-8',
    ],
    ['UTF-16 little endian with a mark', join([0xff, 0xfe], utf16(TEXT, true)), TEXT, 'utf-16le'],
    ['UTF-16 big endian with a mark', join([0xfe, 0xff], utf16(TEXT, false)), TEXT, 'utf-16be'],
    ['UTF-16 without a mark', utf16('Article 1\n第一条', true), 'Article 1\n第一条', 'utf-16le'],
    ['GB18030', GB18030, '第一条 为了', 'gb18030'],
    ['GB18030 with four-byte forms', Uint8Array.from([0x81, 0x30, 0x81, 0x30, 0xb5, 0xda]), '\u0080第', 'gb18030'],
    ['an empty file', new Uint8Array(), '', 'utf-8'],
  ])('%s', (_name, bytes, text, encoding) => {
    expect(decodeBytes(bytes)).toEqual({ text, encoding });
  });

  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['NUL bytes', Uint8Array.from([0x41, 0, 0, 0x42, 0x43])],
    ['bytes that are neither UTF-8 nor GB18030', Uint8Array.from([0x41, 0xff, 0xff, 0x42])],
    ['damaged UTF-8 behind a mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0x41, 0xc3, 0x28])],
    ['half a character of UTF-16', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8])],
  ])('%s is unreadable', (_name, bytes) => {
    expect(() => decodeBytes(bytes)).toThrow(expect.objectContaining({ code: 'UNREADABLE' }));
  });
});
