/** A plain canvas among Sigma's layers, kept at the picture's size and cleared before every drawing. */
import type { GraphSigma } from './motion.ts';

export type FlatLayer = {
  readonly canvas: HTMLCanvasElement;
  /** Clears and answers the context, scaled to CSS pixels; null when the browser has none to give. */
  readonly begin: () => CanvasRenderingContext2D | null;
  readonly detach: () => void;
};

/**
 * `before` names the Sigma layer it lies under. The canvas is drawn by the processor: text on a canvas drawn through
 * WebGL costs four times as much where there is no graphics card, and is small work where there is one.
 */
export const createFlatLayer = (sigma: GraphSigma, name: string, before: string): FlatLayer => {
  const canvas = sigma.createCanvas(name, { beforeLayer: before });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const resize = () => {
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    context?.scale(ratio, ratio);
  };
  resize();
  sigma.on('resize', resize);
  return {
    canvas,
    begin: () => {
      const { width, height } = sigma.getDimensions();
      context?.clearRect(0, 0, width, height);
      return context;
    },
    detach: () => {
      sigma.off('resize', resize);
    },
  };
};
