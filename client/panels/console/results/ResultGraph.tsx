/** The returned nodes and relationships as a picture: exactly what was returned, nothing added. */
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { GraphBoard } from '#client/graph/GraphBoard.tsx';
import { useCanvas } from '#client/graph/use-canvas.ts';
import type { LoadedView } from '#client/graph/use-view.ts';
import { createCanvas } from '#client/state/canvas/reducer.ts';
import { useSelection } from '#client/state/selection.tsx';
import { documentAddress, nodeAddress } from '#client/state/url.ts';
import { toGraphPart } from './graph-part.ts';
import type { ReturnedGraph } from './graph-values.ts';
import '#client/graph/graph.css';

export const ResultGraph = ({ graph }: { graph: ReturnedGraph }) => {
  const { selection, select } = useSelection();
  const navigate = useNavigate();
  const control = useCanvas();
  const { load } = control;
  const loaded = useMemo<LoadedView>(() => {
    const part = toGraphPart(graph);
    return {
      canvas: createCanvas(part, 'force'),
      total: part.nodes.length,
      query: { text: '', params: {} },
      centre: null,
    };
  }, [graph]);
  useEffect(() => load(loaded.canvas), [load, loaded]);
  if (control.history.present.nodes.size === 0) return null;
  return (
    <div className="console-graph">
      <GraphBoard
        control={control}
        loaded={loaded}
        selection={selection}
        onSelect={select}
        onOpen={(target) =>
          void navigate('documentId' in target ? documentAddress(target.documentId, target) : nodeAddress(target))
        }
      />
    </div>
  );
};
