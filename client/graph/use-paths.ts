/** 最短路径: pick two nodes, get all shortest paths between them onto the canvas and lit. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { routeQuery } from '#client/api/queries.ts';
import type { CanvasAction } from '#client/state/canvas/types.ts';
import type { Bundle } from '#client/state/canvas/visible.ts';

export type FoundPaths = {
  readonly from: string;
  readonly to: string;
  readonly paths: readonly (readonly string[])[];
};

/** Ids of the bundles that lie on one of the paths. */
export const bundlesOnPaths = (bundles: readonly Bundle[], paths: readonly (readonly string[])[]): Set<string> => {
  const steps = new Set<string>();
  for (const path of paths) {
    path.forEach((id, index) => {
      const next = path[index + 1];
      if (next !== undefined) steps.add(`${id}\n${next}`).add(`${next}\n${id}`);
    });
  }
  return new Set(bundles.filter(({ from, to }) => steps.has(`${from}\n${to}`)).map(({ id }) => id));
};

export const usePaths = (perform: (action: CanvasAction) => void) => {
  const client = useQueryClient();
  const [start, setStart] = useState<string | null>(null);
  const [found, setFound] = useState<FoundPaths | null>(null);
  const run = useCallback(
    async (from: string, to: string) => {
      setStart(null);
      const answer = await client.fetchQuery(routeQuery('paths', { query: { from, to } }));
      if (answer.paths.length > 0) perform({ type: 'add', key: `path:${from}:${to}`, part: answer });
      setFound({ from, to, paths: answer.paths });
    },
    [client, perform],
  );
  const clear = useCallback(() => {
    setStart(null);
    setFound(null);
  }, []);
  return { start, found, begin: setStart, run, clear };
};
