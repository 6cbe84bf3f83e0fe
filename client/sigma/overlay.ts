/** Rings about what is selected, picked, hovered or pinned, on Sigma's hover canvas, and the titled bands under everything. */
import type { Band, BandTitle } from '#client/graph/layout/bands.ts';
import { SHAPES, shapePath } from '#client/graph/shapes.ts';
import type { LabelState } from './label-layer.ts';
import type { GraphSigma } from './motion.ts';

export type OverlayState = LabelState & {
  bands: readonly Band[];
  bandTitle: (title: BandTitle) => string;
  pinned: ReadonlySet<string>;
};

export const attachOverlay = (sigma: GraphSigma, state: OverlayState) => {
  const graph = sigma.getGraph();
  const rings = sigma.getCanvases()['hovers']?.getContext('2d') ?? null;
  const bands = sigma.createCanvas('bands', { beforeLayer: 'edges' });
  const under = bands.getContext('2d');

  const fitBands = () => {
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    bands.width = width * ratio;
    bands.height = height * ratio;
    bands.style.width = `${width}px`;
    bands.style.height = `${height}px`;
    under?.scale(ratio, ratio);
  };

  const ring = (canvas: CanvasRenderingContext2D, id: string, colour: string, gap: number, dash: number[]) => {
    const data = sigma.getNodeDisplayData(id);
    if (data === undefined || !graph.hasNode(id)) return;
    const at = sigma.framedGraphToViewport(data);
    canvas.strokeStyle = colour;
    canvas.lineWidth = 2.2;
    canvas.setLineDash(dash);
    const shape = SHAPES[graph.getNodeAttribute(id, 'kind')];
    canvas.stroke(new Path2D(shapePath(shape, at.x, at.y, sigma.scaleSize(data.size) + gap)));
    canvas.setLineDash([]);
  };

  const drawRings = (canvas: CanvasRenderingContext2D) => {
    const { focus, theme, pinned } = state;
    for (const id of pinned) pin(canvas, id);
    for (const id of focus.picked) ring(canvas, id, theme.selection, 4, [4, 3]);
    if (focus.hovered !== null) ring(canvas, focus.hovered, theme.mutedText, 4, []);
    if (focus.node !== null) ring(canvas, focus.node, theme.selection, 5, []);
  };

  const pin = (canvas: CanvasRenderingContext2D, id: string) => {
    const data = sigma.getNodeDisplayData(id);
    if (data === undefined) return;
    const at = sigma.framedGraphToViewport(data);
    const radius = sigma.scaleSize(data.size);
    canvas.fillStyle = state.theme.text;
    canvas.beginPath();
    canvas.arc(at.x + radius * 0.75, at.y - radius * 0.75, 2.6, 0, Math.PI * 2);
    canvas.fill();
  };

  const drawBands = (canvas: CanvasRenderingContext2D) => {
    const { width, height } = sigma.getDimensions();
    canvas.clearRect(0, 0, width, height);
    for (const band of state.bands) {
      const a = sigma.graphToViewport({ x: band.left, y: band.top });
      const b = sigma.graphToViewport({ x: band.right, y: band.bottom });
      canvas.fillStyle = state.theme.surface;
      canvas.strokeStyle = state.theme.line;
      canvas.beginPath();
      canvas.roundRect(a.x, a.y, b.x - a.x, b.y - a.y, 8);
      canvas.fill();
      canvas.stroke();
      if (band.title.kind === 'node') continue;
      canvas.fillStyle = state.theme.mutedText;
      canvas.font = `12px ${state.theme.font}`;
      canvas.textAlign = 'left';
      canvas.fillText(state.bandTitle(band.title), a.x + 8, a.y + 16);
    }
  };

  let drawn = false;
  const draw = () => {
    if (rings !== null) drawRings(rings);
    if (under === null || (state.bands.length === 0 && !drawn)) return;
    drawBands(under);
    drawn = state.bands.length > 0;
  };
  fitBands();
  sigma.on('resize', fitBands);
  sigma.on('afterRender', draw);
  return () => {
    sigma.off('resize', fitBands);
    sigma.off('afterRender', draw);
  };
};
