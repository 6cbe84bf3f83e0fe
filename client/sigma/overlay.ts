/** What is drawn flat: rings about what is selected, picked, hovered or pinned, the labels, and the bands under everything. */
import type { Band, BandTitle } from '#client/graph/layout/bands.ts';
import { TITLE } from '#client/graph/layout/types.ts';
import { SHAPES, shapePath } from '#client/graph/shapes.ts';
import { createFlatLayer } from './flat-layer.ts';
import type { createLabels, LabelState } from './label-layer.ts';
import { type GraphSigma, isLarge, isMoving } from './motion.ts';

export type OverlayState = LabelState & {
  bands: readonly Band[];
  bandTitle: (title: BandTitle) => string;
  pinned: ReadonlySet<string>;
};

export const attachOverlay = (
  sigma: GraphSigma,
  state: OverlayState,
  labels: ReturnType<typeof createLabels>,
): { canvases: readonly HTMLCanvasElement[]; detach: () => void } => {
  const marks = createFlatLayer(sigma, 'marks', 'mouse');
  const under = createFlatLayer(sigma, 'bands', 'edges');
  const graph = () => sigma.getGraph();

  const ring = (canvas: CanvasRenderingContext2D, id: string, colour: string, gap: number, dash: number[]) => {
    const data = sigma.getNodeDisplayData(id);
    if (data === undefined || !graph().hasNode(id)) return;
    const at = sigma.framedGraphToViewport(data);
    canvas.strokeStyle = colour;
    canvas.lineWidth = 2.2;
    canvas.setLineDash(dash);
    const shape = SHAPES[graph().getNodeAttribute(id, 'kind')];
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

  /** Far out the strip above a band's nodes is lower than a line of text, and the title would lie on them. */
  const hasRoom = ({ left, top, title }: Band): boolean => {
    if (title.kind === 'other') return true;
    const strip = sigma.graphToViewport({ x: left, y: top - TITLE }).y - sigma.graphToViewport({ x: left, y: top }).y;
    return strip > 9;
  };

  const drawBands = (canvas: CanvasRenderingContext2D) => {
    for (const band of state.bands) {
      const a = sigma.graphToViewport({ x: band.left, y: band.top });
      const b = sigma.graphToViewport({ x: band.right, y: band.bottom });
      canvas.fillStyle = state.theme.surface;
      canvas.strokeStyle = state.theme.line;
      canvas.beginPath();
      canvas.roundRect(a.x, a.y, b.x - a.x, b.y - a.y, 8);
      canvas.fill();
      canvas.stroke();
      if (band.title.kind === 'node' || !hasRoom(band)) continue;
      canvas.fillStyle = state.theme.mutedText;
      canvas.font = `12px ${state.theme.font}`;
      canvas.textAlign = 'left';
      canvas.fillText(state.bandTitle(band.title), a.x + 8, a.y + 16);
    }
  };

  let banded = false;
  const draw = () => {
    // Of a large graph the moving layer shows the labels, as pieces of one picture.
    if (isMoving(sigma) && isLarge(sigma)) return;
    const over = marks.begin();
    if (over !== null) {
      drawRings(over);
      labels.draw(over);
    }
    if (state.bands.length === 0 && !banded) return;
    banded = state.bands.length > 0;
    const below = under.begin();
    if (below !== null) drawBands(below);
  };
  sigma.on('afterRender', draw);
  return {
    canvases: [marks.canvas, under.canvas],
    detach: () => {
      marks.detach();
      under.detach();
      sigma.off('afterRender', draw);
    },
  };
};
