/** The canvas as a function: state and action in, state out. An action that changes nothing returns the same object. */
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';
import type { CanvasAction, CanvasState, GraphPart, Layer, LayoutName, Point } from './types.ts';

const layerOf = (key: string, kind: Layer['kind'], centre: string | null, part: GraphPart): Layer => ({
  key,
  kind,
  centre,
  nodeIds: new Set(part.nodes.map((node) => node.id)),
  edgeIds: new Set(part.edges.map((edge) => edge.id)),
});

/** A fresh canvas with what a view answered. `positions` and `pinned` come from a saved view. */
export const createCanvas = (
  part: GraphPart,
  layout: LayoutName,
  saved: { positions?: ReadonlyMap<string, Point>; pinned?: ReadonlySet<string> } = {},
): CanvasState =>
  settle({
    nodes: new Map(part.nodes.map((node) => [node.id, node])),
    edges: new Map(part.edges.map((edge) => [edge.id, edge])),
    layers: [layerOf('base', 'base', null, part)],
    hidden: new Set(),
    pinned: saved.pinned ?? new Set(),
    positions: saved.positions ?? new Map(),
    layout,
    filter: { labels: new Set(), types: new Set() },
  });

const addLayer = (state: CanvasState, layer: Layer, part: GraphPart): CanvasState => {
  const nodes = new Map<string, NodeDto>(state.nodes);
  const edges = new Map<string, EdgeDto>(state.edges);
  for (const node of part.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  for (const edge of part.edges) if (!edges.has(edge.id)) edges.set(edge.id, edge);
  const known = state.layers.find((other) => other.key === layer.key);
  const merged: Layer = known
    ? { ...layer, nodeIds: known.nodeIds.union(layer.nodeIds), edgeIds: known.edgeIds.union(layer.edgeIds) }
    : layer;
  return settle({
    ...state,
    nodes,
    edges,
    layers: known ? state.layers.map((other) => (other === known ? merged : other)) : [...state.layers, merged],
  });
};

/** Expansions whose centre no other layer carries have lost their ground: they go, and what only they carried with them. */
const grounded = (layers: readonly Layer[]): readonly Layer[] => {
  const reached = new Set<string>();
  const kept = new Set<Layer>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const layer of layers) {
      if (kept.has(layer) || (layer.centre !== null && !reached.has(layer.centre))) continue;
      kept.add(layer);
      for (const id of layer.nodeIds) if (id !== layer.centre) reached.add(id);
      grew = true;
    }
  }
  return kept.size === layers.length ? layers : layers.filter((layer) => kept.has(layer));
};

const pick = <T>(map: ReadonlyMap<string, T>, keep: (id: string, value: T) => boolean): ReadonlyMap<string, T> => {
  const result = new Map<string, T>();
  for (const [id, value] of map) if (keep(id, value)) result.set(id, value);
  return result.size === map.size ? map : result;
};
const sift = (set: ReadonlySet<string>, keep: (id: string) => boolean): ReadonlySet<string> => {
  const result = new Set([...set].filter(keep));
  return result.size === set.size ? set : result;
};

/** Drops every node and relationship that no layer carries, and what was said of them. */
const settle = (state: CanvasState): CanvasState => {
  const layers = grounded(state.layers);
  const nodeIds = new Set<string>();
  const edgeIds = new Set<string>();
  for (const layer of layers) {
    for (const id of layer.nodeIds) nodeIds.add(id);
    for (const id of layer.edgeIds) edgeIds.add(id);
  }
  const nodes = pick(state.nodes, (id) => nodeIds.has(id));
  const edges = pick(state.edges, (id, edge) => edgeIds.has(id) && nodes.has(edge.from) && nodes.has(edge.to));
  const here = (id: string): boolean => nodes.has(id);
  const carried = layers.map((layer) => {
    // A layer forgets a relationship that lost an end: it must not bring it back when the end returns by another way.
    const kept = sift(layer.edgeIds, (id) => edges.has(id));
    return kept === layer.edgeIds ? layer : { ...layer, edgeIds: kept };
  });
  return {
    ...state,
    layers: carried,
    nodes,
    edges,
    hidden: sift(state.hidden, here),
    pinned: sift(state.pinned, here),
    positions: pick(state.positions, here),
  };
};

const collapse = (state: CanvasState, centre: string, key: string | undefined): CanvasState => {
  const layers = state.layers.filter(
    (layer) => !(layer.kind === 'expand' && layer.centre === centre && (key === undefined || layer.key === key)),
  );
  return layers.length === state.layers.length ? state : settle({ ...state, layers });
};

const remove = (state: CanvasState, ids: readonly string[]): CanvasState => {
  const gone = new Set(ids.filter((id) => state.nodes.has(id)));
  if (gone.size === 0) return state;
  const layers = state.layers
    .filter((layer) => layer.centre === null || !gone.has(layer.centre))
    .map((layer) => ({ ...layer, nodeIds: sift(layer.nodeIds, (id) => !gone.has(id)) }));
  return settle({ ...state, layers });
};

const withSet = (
  state: CanvasState,
  name: 'hidden' | 'pinned',
  ids: readonly string[],
  present: boolean,
): CanvasState => {
  const changed = ids.filter((id) => state.nodes.has(id) && state[name].has(id) !== present);
  if (changed.length === 0) return state;
  const next = new Set(state[name]);
  for (const id of changed)
    if (present) next.add(id);
    else next.delete(id);
  return { ...state, [name]: next };
};

/** Positions for some nodes; unknown ids are left out. Also used for a layout's result, which is no action of the user. */
export const place = (state: CanvasState, positions: ReadonlyMap<string, Point>): CanvasState => {
  const next = new Map(state.positions);
  let changed = false;
  for (const [id, point] of positions) {
    const old = state.positions.get(id);
    if (!state.nodes.has(id) || (old?.x === point.x && old.y === point.y)) continue;
    next.set(id, point);
    changed = true;
  }
  return changed ? { ...state, positions: next } : state;
};

/** Moving a node by hand pins it: the next layout leaves it where it was put. */
const move = (state: CanvasState, positions: ReadonlyMap<string, Point>): CanvasState =>
  withSet(place(state, positions), 'pinned', [...positions.keys()], true);

/** Asks for a layout afresh: all but the pinned nodes give up their places. */
const relayout = (state: CanvasState, layout: LayoutName): CanvasState => {
  const positions = pick(state.positions, (id) => state.pinned.has(id));
  return layout === state.layout && positions === state.positions ? state : { ...state, layout, positions };
};

const sameSet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => a.size === b.size && a.isSubsetOf(b);

export const reduceCanvas = (state: CanvasState, action: CanvasAction): CanvasState => {
  switch (action.type) {
    case 'expand':
      if (!state.nodes.has(action.centre)) return state;
      return addLayer(state, layerOf(action.key, 'expand', action.centre, action.part), action.part);
    case 'collapse':
      return collapse(state, action.centre, action.key);
    case 'add':
    case 'complete':
      return addLayer(state, layerOf(action.key, action.type, null, action.part), action.part);
    case 'remove':
      return remove(state, action.ids);
    case 'hide':
      return withSet(state, 'hidden', action.ids, true);
    case 'show':
      return withSet(state, 'hidden', action.ids, false);
    case 'pin':
      return withSet(state, 'pinned', action.ids, action.pinned);
    case 'move':
      return move(state, action.positions);
    case 'layout':
      return relayout(state, action.layout);
    case 'filter': {
      const same =
        sameSet(state.filter.labels, action.filter.labels) && sameSet(state.filter.types, action.filter.types);
      return same ? state : { ...state, filter: action.filter };
    }
  }
};
