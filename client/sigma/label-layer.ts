/**
 * Labels of nodes and of the lines in focus. Places are found when the camera rests and
 * kept while it moves, so that nothing flickers and a moving frame costs little.
 */
import type { EdgeLook, NodeLook } from '#client/graph/build.ts';
import { type Box, type LabelRequest, placeLabels } from '#client/graph/label-place.ts';
import { balanceLabel, widthOf } from '#client/graph/label-text.ts';
import type { Labelling } from '#client/graph/layout/frame.ts';
import type { GraphTheme } from '#client/graph/theme.ts';
import type { Focus, Lit } from './focus.ts';
import { type LabelText, type ShownLabel, writeLabel } from './label-draw.ts';
import { type LabelRoom, LINE, labelPlan, SIZE } from './label-plan.ts';
import { type GraphSigma, isMoving } from './motion.ts';

export type LabelWords = {
  /** In words with direction: `引用 ×3`. `leftward` when the arrow on screen points left. */
  readonly edge: (look: EdgeLook, leftward: boolean) => string;
};
export type LabelState = {
  focus: Focus;
  lit: Lit;
  theme: GraphTheme;
  words: LabelWords;
  labelling: Labelling;
  /** False while a layout moves the nodes: labels would flicker. */
  labelled: boolean;
};

/** Of a crowded picture the weightiest nodes are named even where their names cover smaller nodes. */
const HUBS = 14;
const CROWDED = 120;

/** Labels considered at a rest; the ones of least weight in view are not even tried. */
const TRIED = 400;

const textOfNode = (look: NodeLook, room: LabelRoom, focused: boolean): LabelText => {
  const head = look.kind === 'Function' || look.kind === 'Document';
  const { width, lines } = focused ? { width: Math.max(14, room.width), lines: 6 } : room;
  const size = head ? 13 : SIZE;
  return { lines: balanceLabel(look.caption, (width * SIZE) / size, lines), size, bold: head || focused };
};

const boxSize = (text: LabelText): { width: number; height: number } => ({
  width: Math.max(...text.lines.map(widthOf)) * text.size + 4,
  height: text.lines.length * text.size * LINE,
});

export const createLabels = (sigma: GraphSigma, state: LabelState) => {
  let shown: ShownLabel[] = [];
  let stale = true;

  const onScreen = (id: string): { x: number; y: number; radius: number } | null => {
    const data = sigma.getNodeDisplayData(id);
    if (data === undefined || data.hidden) return null;
    const at = sigma.framedGraphToViewport(data);
    return { x: at.x, y: at.y, radius: sigma.scaleSize(data.size) * sigma.getGraph().getNodeAttribute(id, 'spread') };
  };

  const weigh = (id: string, look: NodeLook): number => {
    const { focus, lit } = state;
    if (id === focus.hovered || id === focus.node) return 1e6;
    if (focus.picked.has(id)) return 1e5;
    if (lit !== null) return lit.nodes.has(id) ? 1e4 + look.importance : look.importance - 1e4;
    return look.importance;
  };

  const nodeRequests = (): { requests: (LabelRequest & { text: LabelText })[]; taken: Box[] } => {
    const { width, height } = sigma.getDimensions();
    const seen: { id: string; look: NodeLook; at: { x: number; y: number; radius: number }; weight: number }[] = [];
    sigma.getGraph().forEachNode((id, look) => {
      const at = onScreen(id);
      if (at === null || at.x < -60 || at.y < -40 || at.x > width + 60 || at.y > height + 40) return;
      seen.push({ id, look, at, weight: weigh(id, look) });
    });
    seen.sort((a, b) => b.weight - a.weight);
    const plan = labelPlan(state.labelling, pixelsPerUnit(), seen.length);
    const requests = seen
      .filter(({ weight, at }) => weight > -5000 && (at.radius > 2.2 || weight > 1000))
      .slice(0, TRIED)
      .map(({ id, look, at, weight }) => {
        const text = textOfNode(look, plan(look.kind), weight >= 1e6);
        return { id, text, ...boxSize(text), at: [at], radius: at.radius, sides: plan(look.kind).sides };
      });
    const taken = seen.filter(({ at }) => at.radius > 4.5).map(({ at }) => squareBox(at.x, at.y, at.radius * 0.8));
    return { requests, taken };
  };

  const pixelsPerUnit = (): number => {
    const a = sigma.graphToViewport({ x: 0, y: 0 });
    return Math.abs(sigma.graphToViewport({ x: 1, y: 0 }).x - a.x);
  };

  const edgeRequests = (): (LabelRequest & { text: LabelText })[] => {
    const { lit, words } = state;
    if (lit === null || lit.edges.size > 60) return [];
    const graph = sigma.getGraph();
    return [...lit.edges].flatMap((edge) => {
      if (!graph.hasEdge(edge)) return [];
      const [from, to] = [onScreen(graph.source(edge)), onScreen(graph.target(edge))];
      if (from === null || to === null) return [];
      const look = graph.getEdgeAttributes(edge);
      const text: LabelText = { lines: [words.edge(look, to.x < from.x)], size: 11, bold: false };
      const size = boxSize(text);
      const along = [0.5, 0.36, 0.64, 0.24, 0.76].map((share) => curvePoint(from, to, look.curvature, share));
      return [{ id: `edge:${edge}`, text, ...size, at: along, radius: 0, sides: ['on' as const] }];
    });
  };

  const arrange = () => {
    const nodes = nodeRequests();
    const edges = edgeRequests();
    const firm = nodes.requests.filter(
      (request) => request.id === state.focus.node || request.id === state.focus.hovered,
    );
    // What is lit is read first, then what joins it, then the rest as far as there is room.
    const { lit } = state;
    const near = nodes.requests.filter(({ id }) => lit?.nodes.has(id) && !firm.some((other) => other.id === id));
    const rest = nodes.requests.filter(({ id }) => !lit?.nodes.has(id) && !firm.some((other) => other.id === id));
    const all = [...firm, ...near, ...edges, ...rest];
    const texts = new Map(all.map((request) => [request.id, request.text]));
    const { width, height } = sigma.getDimensions();
    const picture = { left: 0, top: 0, right: width, bottom: height };
    const hubs = lit === null && state.labelling === 'free' && all.length > CROWDED ? all.slice(0, HUBS) : [];
    const named = placeLabels(hubs, [], picture);
    const taken = [...nodes.taken, ...named.map(({ box }) => box)];
    const others = placeLabels(all.slice(hubs.length), taken, picture);
    shown = [...named, ...others].flatMap((place) => {
      const text = texts.get(place.id);
      return text ? [{ text, place, node: place.id.startsWith('edge:') ? null : place.id }] : [];
    });
    stale = false;
  };

  const drawOne = (canvas: CanvasRenderingContext2D, label: ShownLabel) => {
    const { theme, lit } = state;
    const now = label.node === null ? label.place.at : onScreen(label.node);
    if (now === null) return;
    const faint = label.node === null || (lit !== null && !lit.nodes.has(label.node));
    const by = { dx: now.x - label.place.at.x, dy: now.y - label.place.at.y };
    writeLabel(canvas, label, by, theme, faint ? theme.mutedText : theme.text);
  };

  const draw = (context: CanvasRenderingContext2D) => {
    if (!state.labelled) return;
    const moving = isMoving(sigma);
    if (!moving && stale) arrange();
    // A line's label belongs to its old place: it waits for the camera to rest.
    for (const label of shown) if (!moving || label.node !== null) drawOne(context, label);
    if (moving) stale = true;
  };
  return {
    draw,
    /** Say that places have to be found anew: the graph, the focus or the theme changed. */
    invalidate: () => {
      stale = true;
    },
    /** The labels of nodes that stand now, the weightiest first. */
    standing: (): readonly ShownLabel[] => shown.filter(({ node }) => node !== null),
  };
};

const squareBox = (x: number, y: number, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
});

/** A point of the quadratic curve that @sigma/edge-curve draws; `curvature` 0 is the straight line. y grows downwards here. */
export const curvePoint = (
  from: { x: number; y: number },
  to: { x: number; y: number },
  curvature: number,
  share: number,
): { x: number; y: number } => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const control = { x: (from.x + to.x) / 2 + dy * curvature, y: (from.y + to.y) / 2 - dx * curvature };
  const rest = 1 - share;
  return {
    x: rest * rest * from.x + 2 * rest * share * control.x + share * share * to.x,
    y: rest * rest * from.y + 2 * rest * share * control.y + share * share * to.y,
  };
};
