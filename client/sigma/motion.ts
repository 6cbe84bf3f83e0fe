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

/** Watches the camera of `sigma`; draws once more when it comes to rest. Returns how to stop. */
export const watchMotion = (sigma: GraphSigma): (() => void) => {
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
  return () => {
    clearTimeout(timer);
    moving.delete(sigma);
    sigma.getCamera().off('updated', update);
  };
};
