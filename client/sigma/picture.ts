/** The canvas as an image: Sigma's layers laid on one another. */
import type { GraphSigma } from './motion.ts';

const LAYERS = ['bands', 'edges', 'nodes', 'labels', 'hovers'];

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
  const canvases = {
    ...sigma.getCanvases(),
    bands: sigma.getContainer().querySelector<HTMLCanvasElement>('.sigma-bands'),
  };
  for (const [name, canvas] of Object.entries(canvases)) {
    if (LAYERS.includes(name) && canvas && canvas.width > 0) context.drawImage(canvas, 0, 0);
  }
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
};
