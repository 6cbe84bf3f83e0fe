/** The view as SVG: shapes, lines with arrow heads, and labels as real text that can be selected and searched. */
import type { Bundle } from '#client/state/canvas/visible.ts';
import { isHollow, sizeOf } from '../build.ts';
import { captionsFor } from '../captions.ts';
import { wrapLabel } from '../label-text.ts';
import { SHAPES, shapePath } from '../shapes.ts';
import { xmlText } from './text-safe.ts';
import type { ExportView } from './types.ts';

const TEXT = 11.5;
const MARGIN = 80;

type Place = { readonly x: number; readonly y: number };
const round = (value: number): number => Math.round(value * 10) / 10;

/** Screen places: y turned downwards, everything moved into the picture. */
const toScreen = (view: ExportView): { at: (place: Place) => Place; width: number; height: number } => {
  const places = view.nodes.flatMap((node) => view.positions.get(node.id) ?? []);
  const corners = view.bands.flatMap((band) => [
    { x: band.left, y: band.top },
    { x: band.right, y: band.bottom },
  ]);
  const all = [...places, ...corners];
  const left = Math.min(...all.map(({ x }) => x)) - MARGIN;
  const right = Math.max(...all.map(({ x }) => x)) + MARGIN;
  const bottom = Math.min(...all.map(({ y }) => y)) - MARGIN;
  const top = Math.max(...all.map(({ y }) => y)) + MARGIN;
  return {
    at: ({ x, y }) => ({ x: round(x - left), y: round(top - y) }),
    width: round(right - left),
    height: round(top - bottom),
  };
};

const lineOf = (bundle: Bundle, from: Place, to: Place, reach: number, view: ExportView): string => {
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const end = { x: to.x - ((to.x - from.x) / far) * reach, y: to.y - ((to.y - from.y) / far) * reach };
  const count = bundle.edges.length;
  const title = xmlText(`${view.words.relation(bundle.type)}${count > 1 ? ` ×${count}` : ''}`);
  const path = `M${from.x} ${from.y}L${round(end.x)} ${round(end.y)}`;
  const style = `stroke="${view.theme.edges[bundle.type]}" stroke-width="${round(1 + Math.log2(count) * 0.6)}"`;
  return `<path d="${path}" ${style} fill="none" marker-end="url(#arrow)"><title>${title}</title></path>`;
};

const labelOf = (name: string, at: Place, below: number, colour: string): string => {
  const lines = wrapLabel(name, 10, 3);
  const spans = lines.map(
    (line, index) =>
      `<tspan x="${at.x}" y="${round(at.y + below + TEXT * (1 + index * 1.25))}">${xmlText(line)}</tspan>`,
  );
  return `<text text-anchor="middle" fill="${colour}">${spans.join('')}</text>`;
};

export const svg = (view: ExportView): string => {
  const { at, width, height } = toScreen(view);
  const { theme } = view;
  const captionOf = captionsFor(view.nodes);
  const sizes = new Map(view.nodes.map((node) => [node.id, sizeOf(node)]));
  const bands = view.bands.map((band) => {
    const a = at({ x: band.left, y: band.top });
    const b = at({ x: band.right, y: band.bottom });
    const box = `x="${a.x}" y="${a.y}" width="${round(b.x - a.x)}" height="${round(b.y - a.y)}"`;
    const title = band.title.kind === 'node' ? '' : xmlText(view.words.band(band.title));
    const text = `<text x="${a.x + 8}" y="${a.y + 16}" fill="${theme.mutedText}">${title}</text>`;
    return `<rect ${box} rx="8" fill="${theme.surface}" stroke="${theme.line}"/>${text}`;
  });
  const lines = view.bundles.flatMap((bundle) => {
    const from = view.positions.get(bundle.from);
    const to = view.positions.get(bundle.to);
    return from && to ? [lineOf(bundle, at(from), at(to), (sizes.get(bundle.to) ?? 0) + 3, view)] : [];
  });
  const nodes = view.nodes.flatMap((node) => {
    const place = view.positions.get(node.id);
    if (place === undefined) return [];
    const here = at(place);
    const size = sizes.get(node.id) ?? 5;
    const fill = isHollow(node) ? theme.background : theme.fill[node.label];
    const path = shapePath(SHAPES[node.label], here.x, here.y, size);
    const title = `<title>${xmlText(`${view.words.label(node.label)}：${node.name}`)}</title>`;
    const shape = `<path d="${path}" fill="${fill}" stroke="${theme.border[node.label]}" stroke-width="1.6">${title}</path>`;
    return [`<g>${shape}${labelOf(captionOf(node), here, size + 3, theme.text)}</g>`];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${xmlText(theme.font)}" font-size="${TEXT}">`,
    `<title>${xmlText(view.title)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.8L8 4L0 7.2Z" fill="context-stroke"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    ...bands,
    ...lines,
    ...nodes,
    '</svg>',
    '',
  ].join('\n');
};
