/** What is emphasised: the selection shared with the reader, and what is picked and hovered here. */
import { useCallback, useMemo, useState } from 'react';
import type { Focus } from '#client/sigma/focus.ts';
import type { CanvasState } from '#client/state/canvas/types.ts';
import type { VisibleGraph } from '#client/state/canvas/visible.ts';
import type { Selection } from '#client/state/selection.tsx';
import { bundlesOnPaths, type FoundPaths } from './use-paths.ts';

const NONE: ReadonlySet<string> = new Set();

export const useFocus = ({
  canvas,
  visible,
  selection,
  paths,
}: {
  canvas: CanvasState;
  visible: VisibleGraph;
  selection: Selection;
  paths: FoundPaths | null;
}) => {
  const [hovered, setHovered] = useState<string | null>(null);
  const [asked, setPicked] = useState<ReadonlySet<string>>(NONE);
  const picked = useMemo(() => {
    const here = [...asked].filter((id) => canvas.nodes.has(id) && !canvas.hidden.has(id));
    return here.length === 0 ? NONE : new Set(here);
  }, [asked, canvas.nodes, canvas.hidden]);
  const togglePicked = useCallback((id: string) => setPicked((now) => now.symmetricDifference(new Set([id]))), []);
  const pick = useCallback((ids: readonly string[]) => setPicked((now) => now.union(new Set(ids))), []);
  const clearPicked = useCallback(() => setPicked(NONE), []);
  const path = useMemo(
    () => (paths === null ? NONE : bundlesOnPaths(visible.bundles, paths.paths)),
    [paths, visible.bundles],
  );
  const node = selection?.kind === 'node' && canvas.nodes.has(selection.id) ? selection.id : null;
  const bundle = useMemo(() => {
    if (selection?.kind !== 'edge') return null;
    return visible.bundles.find(({ edges }) => edges.some(({ id }) => id === selection.id)) ?? null;
  }, [selection, visible.bundles]);
  const edge = bundle?.id ?? null;
  const focus: Focus = useMemo(() => ({ node, edge, hovered, picked, path }), [node, edge, hovered, picked, path]);
  /** Of the selected relationship, joined by a line break: the same text as long as it is the same two nodes. */
  const selectedEnds = bundle === null ? null : `${bundle.from}\n${bundle.to}`;
  return { focus, selectedNode: node, selectedEnds, picked, togglePicked, pick, clearPicked, hover: setHovered };
};
