/** The package exports one function by `module.exports`; its own types call it a default export, which Node does not see. */
declare module 'graphology-layout-forceatlas2' {
  import type { AbstractGraph } from 'graphology-types';

  type Settings = {
    gravity?: number;
    strongGravityMode?: boolean;
    scalingRatio?: number;
    slowDown?: number;
    barnesHutOptimize?: boolean;
    barnesHutTheta?: number;
  };
  const forceAtlas2: {
    /** Writes `x` and `y` of every node whose `fixed` is not true. */
    assign(graph: AbstractGraph, options: { iterations: number; settings: Settings }): void;
  };
  export = forceAtlas2;
}
