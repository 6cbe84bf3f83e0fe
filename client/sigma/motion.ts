/** Whether the camera is moving: what is drawn is then less, and complete again as soon as it rests. */
import type Sigma from 'sigma';
import type { EdgeLook, NodeLook } from '#client/graph/build.ts';

export type GraphSigma = Sigma<NodeLook, EdgeLook>;

/** Milliseconds without a change of the camera after which it rests, at least and at most. */
const REST_MS = 140;
const REST_MOST_MS = 1200;

const moving = new WeakSet<object>();

/** Nodes and lines together from which a moving picture is drawn simplified. */
const LARGE = 2500;
export const isLarge = (sigma: { getGraph: () => { order: number; size: number } }): boolean => {
  const { order, size } = sigma.getGraph();
  return order + size > LARGE;
};

export const isMoving = (sigma: object): boolean => moving.has(sigma);

const fresh = new WeakSet<object>();

/** Whether a large graph has only just appeared: its first picture leaves out the hidden drawing that picking needs. */
export const isFresh = (sigma: object): boolean => fresh.has(sigma);

/** Runs `work` a moment after the picture now being drawn has reached the screen. Returns how to call it off. */
export const afterPicture = (work: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(work, REST_MS);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};

/** The first picture at once, picking a moment later. Returns how to call it off. */
export const showFirst = (
  sigma: GraphSigma,
  graph: { readonly order: number; readonly size: number },
): (() => void) => {
  if (graph.order + graph.size <= LARGE) return () => undefined;
  fresh.add(sigma);
  return afterPicture(() => {
    fresh.delete(sigma);
    sigma.scheduleRender();
  });
};

/** Watches the camera of `sigma`; draws once more when it comes to rest. `calm` says that a jump was no movement: what is drawn next is drawn whole. */
export const watchMotion = (sigma: GraphSigma): { readonly calm: () => void; readonly stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  let pace = 0;
  const rest = () => {
    moving.delete(sigma);
    sigma.scheduleRender();
  };
  const update = () => {
    const now = performance.now();
    // A slow machine has long frames: a pause is a rest only when it is longer than the frames just were.
    pace = now - last < REST_MOST_MS ? Math.max(pace * 0.7, now - last) : 0;
    last = now;
    moving.add(sigma);
    clearTimeout(timer);
    timer = setTimeout(rest, Math.min(REST_MOST_MS, Math.max(REST_MS, pace * 2.5)));
  };
  sigma.getCamera().on('updated', update);
  const calm = () => {
    clearTimeout(timer);
    moving.delete(sigma);
  };
  return {
    calm,
    stop: () => {
      calm();
      sigma.getCamera().off('updated', update);
    },
  };
};
