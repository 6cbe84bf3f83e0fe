/** Whether the camera is moving: what is drawn is then less, and complete again as soon as it rests. */
import type Sigma from 'sigma';
import type { EdgeLook, NodeLook } from '#client/graph/build.ts';

export type GraphSigma = Sigma<NodeLook, EdgeLook>;

/** Milliseconds without a change of the camera after which it rests. */
const REST_MS = 140;

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
  const rest = () => {
    moving.delete(sigma);
    sigma.scheduleRender();
  };
  const update = () => {
    moving.add(sigma);
    clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
  };
  sigma.getCamera().on('updated', update);
  return () => {
    clearTimeout(timer);
    moving.delete(sigma);
    sigma.getCamera().off('updated', update);
  };
};
