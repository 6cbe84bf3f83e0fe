/**
 * A large graph while the camera moves: points and one-pixel lines on a canvas of its own, in two draw calls without
 * blending. Sigma's layers are hidden meanwhile and come back complete when the camera rests. Without a graphics card
 * this is what makes moving bearable: most of a frame of Sigma's goes into its wide lines, its layers and its second
 * drawing for picking.
 */
import { floatColor } from 'sigma/utils';
import type { GraphTheme } from '#client/graph/theme.ts';
import type { ShownLabel } from './label-draw.ts';
import { pictureOfLabels } from './label-picture.ts';
import { afterPicture, type GraphSigma, isLarge, isMoving } from './motion.ts';
import { createMovingProgram, type MovingProgram } from './moving-program.ts';

/** Lines drawn at most while moving. The graph holds them in no order of place, so the picture thins evenly. */
const LINES = 3000;
const LABELS = 100;
const HIDDEN = ['edges', 'nodes'] as const;

const POINT_FLOATS = 4;
const LINE_FLOATS = 3;

/** x, y, diameter in pixels at zoom 1, colour; one row a node. Hidden nodes are left out. */
const pointData = (sigma: GraphSigma): Float32Array => {
  const graph = sigma.getGraph();
  const data = new Float32Array(graph.order * POINT_FLOATS);
  let at = 0;
  graph.forEachNode((id) => {
    const look = sigma.getNodeDisplayData(id);
    if (look === undefined || look.hidden) return;
    data.set([look.x, look.y, look.size * 2, floatColor(look.color)], at);
    at += POINT_FLOATS;
  });
  return data.subarray(0, at);
};

/** x, y, colour; two rows a line. */
const lineData = (sigma: GraphSigma): Float32Array => {
  const graph = sigma.getGraph();
  const count = Math.min(graph.size, LINES);
  const data = new Float32Array(count * 2 * LINE_FLOATS);
  let at = 0;
  for (const { source, target, edge } of graph.edgeEntries()) {
    if (at >= data.length) break;
    const [from, to] = [sigma.getNodeDisplayData(source), sigma.getNodeDisplayData(target)];
    const look = sigma.getEdgeDisplayData(edge);
    if (!from || !to || !look || look.hidden) continue;
    const colour = floatColor(look.color);
    data.set([from.x, from.y, colour, to.x, to.y, colour], at);
    at += 2 * LINE_FLOATS;
  }
  return data.subarray(0, at);
};

export const attachMovingLayer = (
  sigma: GraphSigma,
  state: { theme: GraphTheme },
  standing: () => readonly ShownLabel[],
  flat: readonly HTMLCanvasElement[],
): (() => void) => {
  const canvases = sigma.getCanvases();
  let canvas: HTMLCanvasElement | null = null;
  let program: MovingProgram | null = null;
  let stale = true;
  let shown = false;
  let stopPreparing = (): void => undefined;

  const start = (): MovingProgram | null => {
    if (program !== null) return program;
    canvas = sigma.createCanvas('moving', { beforeLayer: 'mouse' });
    canvas.style.display = 'none';
    const gl = canvas.getContext('webgl2', { antialias: false, depth: false, stencil: false, alpha: false });
    program = gl === null ? null : createMovingProgram(gl);
    return program;
  };

  const load = (into: MovingProgram) => {
    const labels = pictureOfLabels(sigma, standing().slice(0, LABELS), state.theme);
    into.load(pointData(sigma), lineData(sigma), labels);
    stale = false;
  };
  /** Readies everything while the camera rests, so that the first moving frame has no more to do than the others. */
  const prepare = () => {
    const ready = start();
    if (ready !== null && stale && !isMoving(sigma)) load(ready);
  };

  const swap = (moving: boolean) => {
    if (shown === moving) return;
    shown = moving;
    if (canvas) canvas.style.display = moving ? '' : 'none';
    for (const layer of [...HIDDEN.map((name) => canvases[name]), ...flat]) {
      if (layer) layer.style.display = moving ? 'none' : '';
    }
  };

  const draw = () => {
    const moving = isMoving(sigma) && isLarge(sigma) && start() !== null;
    swap(moving);
    if (!moving) {
      stale = true;
      stopPreparing();
      if (isLarge(sigma)) stopPreparing = afterPicture(prepare);
    }
    if (!moving || program === null || canvas === null) return;
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    if (stale) load(program);
    const { matrix, sizeRatio } = sigma.getRenderParams();
    program.draw({ matrix, scale: ratio / sizeRatio, background: state.theme.background });
  };
  const outdate = () => {
    stale = true;
  };
  sigma.on('afterProcess', outdate);
  sigma.on('afterRender', draw);
  return () => {
    stopPreparing();
    sigma.off('afterProcess', outdate);
    sigma.off('afterRender', draw);
  };
};
