/** The canvas as an image: Sigma's layers laid on one another. */
import type { GraphSigma } from './motion.ts';

const LAYERS = ['bands', 'edges', 'nodes', 'marks'];

export const takePicture = (sigma: GraphSigma, background: string): Promise<Blob | null> => {
  const { width, height } = sigma.getDimensions();
  const ratio = window.devicePixelRatio || 1;
  const picture = document.createElement('canvas');
  picture.width = width * ratio;
  picture.height = height * ratio;
  const context = picture.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.fillStyle = background;
  context.fillRect(0, 0, picture.width, picture.height);
  // WebGL layers lose their picture after each frame: draw now, in the same turn.
  sigma.refresh({ skipIndexation: true });
  for (const name of LAYERS) {
    const canvas = sigma.getContainer().querySelector<HTMLCanvasElement>(`.sigma-${name}`);
    if (canvas && canvas.width > 0 && canvas.style.display !== 'none') context.drawImage(canvas, 0, 0);
  }
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
};
