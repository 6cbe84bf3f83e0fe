/** Sigma with the project's programs and settings. */
import { createEdgeCurveProgram } from '@sigma/edge-curve';
import Sigma from 'sigma';
import { createEdgeArrowProgram } from 'sigma/rendering';
import { createLookGraph, type EdgeLook, type LookGraph, type NodeLook } from '#client/graph/build.ts';
import { edgeReducer, type FocusState, nodeReducer } from './focus.ts';
import { LineProgram } from './line-program.ts';
import type { GraphSigma } from './motion.ts';
import { ShapeProgram } from './shape-program.ts';

const ARROW = { lengthToThicknessRatio: 4.2, widenessToThicknessRatio: 3 };
/** Layers nothing is drawn on: a hidden canvas is not composited in every frame. */
const UNUSED = ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const;

const EDGES = { arrow: createEdgeArrowProgram<NodeLook, EdgeLook>(ARROW), line: LineProgram };
const WITH_CURVES = {
  ...EDGES,
  curved: createEdgeCurveProgram<NodeLook, EdgeLook>({ arrowHead: { extremity: 'target', ...ARROW } }),
};

/** Compiles the program for curved lines when the first graph that has some is shown, not before. */
export const readyFor = (sigma: GraphSigma, graph: LookGraph): void => {
  if (sigma.getSetting('edgeProgramClasses')['curved'] !== undefined) return;
  if (graph.someEdge((_, look) => look.type === 'curved')) sigma.setSetting('edgeProgramClasses', WITH_CURVES);
};

export const createSigma = (container: HTMLElement, state: FocusState, motionMs: number): GraphSigma => {
  const sigma = new Sigma<NodeLook, EdgeLook>(createLookGraph(), container, {
    nodeProgramClasses: { circle: ShapeProgram },
    nodeHoverProgramClasses: { circle: ShapeProgram },
    edgeProgramClasses: EDGES,
    nodeReducer: nodeReducer(state),
    edgeReducer: edgeReducer(state),
    defaultDrawNodeHover: () => undefined,
    renderLabels: false,
    enableEdgeEvents: true,
    zIndex: true,
    minEdgeThickness: 2.2,
    antiAliasingFeather: 1.2,
    stagePadding: 30,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    zoomDuration: motionMs,
    inertiaDuration: motionMs,
    doubleClickZoomingDuration: motionMs,
    allowInvalidContainer: true,
  });
  const canvases = sigma.getCanvases();
  for (const name of UNUSED) {
    const canvas = canvases[name];
    if (canvas) canvas.style.display = 'none';
  }
  return sigma;
};
