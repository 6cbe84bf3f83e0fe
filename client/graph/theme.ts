/**
 * Colours of the graph. A kind's colour is the page's own (`--kind-law` …), so that the reader's underlines, the lists
 * and the graph agree; everything else is mixed from those. Shapes say the same again for those who see no colours.
 */
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';

export type GraphTheme = {
  readonly background: string;
  readonly text: string;
  readonly mutedText: string;
  readonly line: string;
  readonly surface: string;
  /** Around what is selected. */
  readonly selection: string;
  readonly font: string;
  readonly border: Readonly<Record<NodeLabel, string>>;
  readonly fill: Readonly<Record<NodeLabel, string>>;
  readonly edges: Readonly<Record<RelationType, string>>;
};

type Rgb = readonly [number, number, number];

/** `#rrggbb` or `#rgb`; black when it is neither. */
const parseHex = (colour: string): Rgb => {
  const hex = colour.trim().replace(/^#/, '');
  const wide = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const value = /^[\da-f]{6}$/i.test(wide) ? Number.parseInt(wide, 16) : 0;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** `share` of `over` laid on `under`, as `#rrggbb`. */
export const mix = (over: string, under: string, share: number): string => {
  const [a, b] = [parseHex(over), parseHex(under)];
  const part = (index: 0 | 1 | 2): string =>
    Math.round(a[index] * share + b[index] * (1 - share))
      .toString(16)
      .padStart(2, '0');
  return `#${part(0)}${part(1)}${part(2)}`;
};

/** Which kind's colour a relationship borrows: citations are the law's, duties the duty's, structure is grey. */
const EDGE_KIND: Readonly<Record<RelationType, NodeLabel>> = {
  CITES: 'Law',
  PROMOTES: 'Duty',
  BASED_ON: 'Law',
  INTERPRETS: 'Law',
  AMENDS: 'Crime',
  REPEALS: 'Crime',
  STATES: 'Source',
  BORNE_BY: 'Organ',
  EXERCISES: 'Function',
  UNDER: 'Law',
  WITHIN: 'Aspect',
  TARGETS: 'Crime',
  MENTIONS: 'Source',
  REPORTS_ON: 'Document',
  TEXT_OF: 'Document',
  COPY_OF: 'Source',
  HAS_PART: 'Source',
};

const recordOf = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> => {
  const entries = keys.map((key) => [key, value(key)] as const);
  const record: Partial<Record<K, V>> = {};
  for (const [key, entry] of entries) record[key] = entry;
  return requireAll(record, keys);
};
const requireAll = <K extends string, V>(record: Partial<Record<K, V>>, keys: readonly K[]): Record<K, V> => {
  if (!isComplete(record, keys)) throw new TypeError('a record lacks a key');
  return record;
};
const isComplete = <K extends string, V>(record: Partial<Record<K, V>>, keys: readonly K[]): record is Record<K, V> =>
  keys.every((key) => key in record);

/** Builds the theme from the page's custom properties; `read` gives the value of one, as `--kind-law`. */
export const createTheme = (read: (property: string) => string): GraphTheme => {
  const background = read('--surface').trim();
  const border = recordOf(NODE_LABELS, (label) => read(`--kind-${label.toLowerCase()}`).trim());
  return {
    background,
    text: read('--text').trim(),
    mutedText: read('--text-muted').trim(),
    line: read('--line').trim(),
    surface: read('--surface-2').trim(),
    selection: read('--danger').trim(),
    font: read('--font').trim(),
    border,
    fill: recordOf(NODE_LABELS, (label) => mix(border[label], background, 0.72)),
    edges: recordOf(RelationType.options, (type) =>
      mix(border[EDGE_KIND[type]], background, EDGE_KIND[type] === 'Source' ? 0.34 : 0.5),
    ),
  };
};

/** The theme in force on the page. */
export const readTheme = (): GraphTheme => {
  const style = getComputedStyle(document.documentElement);
  return createTheme((property) => style.getPropertyValue(property));
};
