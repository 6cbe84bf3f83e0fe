/** What the address and a saved view hold of a canvas, so that a link gives the same picture elsewhere. */

import { type CanvasFilter, type CanvasState, LAYOUTS, type LayoutName } from '#client/state/canvas/types.ts';
import { NodeLabel } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import type { SavedView } from '#model/wire/console.ts';

/** Words the landing page uses for `view=`; anything else there is the id of a saved view. */
const VIEW_WORDS = new Set(['document', 'overview']);

export const savedViewId = (search: URLSearchParams): string | null => {
  const view = search.get('view');
  return view === null || VIEW_WORDS.has(view) ? null : view;
};

export const layoutIn = (search: URLSearchParams): LayoutName | null =>
  LAYOUTS.find((name) => name === search.get('layout')) ?? null;

/** `off=Provision,CITES`: what the legend has switched off. */
export const filterIn = (search: URLSearchParams): CanvasFilter => {
  const off = (search.get('off') ?? '').split(',');
  return {
    labels: new Set(NodeLabel.options.filter((label) => off.includes(label))),
    types: new Set(RelationType.options.filter((type) => off.includes(type))),
  };
};

export const formatFilter = (filter: CanvasFilter): string => [...filter.labels, ...filter.types].join(',');

/** The address with the canvas's own parameters set; `first` is the layout the view has by itself and needs no mention. */
export const withCanvas = (search: URLSearchParams, canvas: CanvasState, first: LayoutName | null): URLSearchParams => {
  const next = new URLSearchParams(search);
  const off = formatFilter(canvas.filter);
  if (off === '') next.delete('off');
  else next.set('off', off);
  if (canvas.layout === first) next.delete('layout');
  else next.set('layout', canvas.layout);
  return next;
};

/** Body of POST /api/views. Hidden nodes are left out: the view is what was seen. */
export const savedViewOf = (
  canvas: CanvasState,
  name: string,
  url: string,
): Pick<SavedView, 'name' | 'url' | 'nodes'> => ({
  name: name.slice(0, 200),
  url,
  nodes: [...canvas.nodes.keys()].flatMap((id) => {
    const at = canvas.positions.get(id);
    return at === undefined || canvas.hidden.has(id) ? [] : [{ id, ...at, pinned: canvas.pinned.has(id) }];
  }),
});
