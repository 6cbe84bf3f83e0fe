/** Sigma as it comes, with default settings: what the bench compares the project's own picture with. */
import type { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';

export const createPlainSigma = (graph: MultiDirectedGraph, container: HTMLElement): Sigma =>
  new Sigma(graph, container);
