/** Colours of the graph in both themes. Okabe and Ito's palette, told apart with any kind of colour vision; shapes say the same again. */
import type { NodeLabel } from '#model/entities.ts';
import type { RelationType } from '#model/relations.ts';

export type GraphTheme = {
  readonly name: 'light' | 'dark';
  readonly background: string;
  readonly text: string;
  readonly mutedText: string;
  /** Behind labels, so that lines do not cross the glyphs. */
  readonly halo: string;
  readonly selection: string;
  readonly picked: string;
  readonly faded: string;
  readonly fadedEdge: string;
  readonly band: string;
  readonly bandEdge: string;
  readonly nodes: Readonly<Record<NodeLabel, string>>;
  readonly edges: Readonly<Record<RelationType, string>>;
};

const edgeColours = (colours: {
  cites: string;
  promotes: string;
  change: string;
  duty: string;
  soft: string;
}): Readonly<Record<RelationType, string>> => ({
  CITES: colours.cites,
  PROMOTES: colours.promotes,
  BASED_ON: colours.cites,
  INTERPRETS: colours.cites,
  AMENDS: colours.change,
  REPEALS: colours.change,
  STATES: colours.soft,
  BORNE_BY: colours.duty,
  EXERCISES: colours.duty,
  UNDER: colours.duty,
  WITHIN: colours.duty,
  TARGETS: colours.change,
  MENTIONS: colours.soft,
  REPORTS_ON: colours.soft,
  TEXT_OF: colours.soft,
  COPY_OF: colours.soft,
  HAS_PART: colours.soft,
});

const LIGHT: GraphTheme = {
  name: 'light',
  background: '#fbfbf9',
  text: '#1d232b',
  mutedText: '#59626e',
  halo: '#fbfbf9',
  selection: '#b3261e',
  picked: '#7a3db8',
  faded: '#dcdfe3',
  fadedEdge: '#eceef0',
  band: '#f0f2f4',
  bandEdge: '#d9dde2',
  nodes: {
    Source: '#7a828c',
    Document: '#3d4650',
    Law: '#0066a6',
    Provision: '#4aa3d8',
    Duty: '#d99100',
    Function: '#c24e00',
    Organ: '#00845f',
    Aspect: '#b0588f',
    Crime: '#8a1c3a',
  },
  edges: edgeColours({ cites: '#6f9dc2', promotes: '#d07a3a', change: '#a8536b', duty: '#b7a06a', soft: '#c2c8cf' }),
};

const DARK: GraphTheme = {
  name: 'dark',
  background: '#14171c',
  text: '#e8ebef',
  mutedText: '#a2abb6',
  halo: '#14171c',
  selection: '#ff8a7a',
  picked: '#c9a2f2',
  faded: '#2d333b',
  fadedEdge: '#20252b',
  band: '#1b2026',
  bandEdge: '#2d343d',
  nodes: {
    Source: '#9aa3ad',
    Document: '#d3d9e0',
    Law: '#4ea8e8',
    Provision: '#9ad3f5',
    Duty: '#f0b840',
    Function: '#f5853f',
    Organ: '#3cc79a',
    Aspect: '#e09cc4',
    Crime: '#f0708e',
  },
  edges: edgeColours({ cites: '#3f6d92', promotes: '#9c5c2e', change: '#8c4a5e', duty: '#6d6140', soft: '#3d454e' }),
};

export const graphTheme = (name: 'light' | 'dark'): GraphTheme => (name === 'dark' ? DARK : LIGHT);

/** Sans-serif faces with Chinese glyphs, the system's own first. Canvas text does not inherit the page's font. */
export const CJK_FONT =
  "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";
