/** One Sigma on one element with all its controllers. Knows nothing of React; the pane tells it what to show. */
import type { LookGraph } from '#client/graph/build.ts';
import { type Frame, frameHolds, startCamera } from '#client/graph/layout/frame.ts';
import type { GraphTheme } from '#client/graph/theme.ts';
import { createSigma, readyFor } from './create-sigma.ts';
import { type Focus, litBy, NO_FOCUS } from './focus.ts';
import { createLabels, type LabelWords } from './label-layer.ts';
import { type GraphSigma, showFirst, watchMotion } from './motion.ts';
import { attachMovingLayer } from './moving-layer.ts';
import { attachOverlay, type OverlayState } from './overlay.ts';
import { takePicture } from './picture.ts';
import { attachPointer, type PointerHandlers } from './pointer.ts';

export type StageOptions = {
  readonly theme: GraphTheme;
  readonly words: LabelWords;
  readonly bandTitle: OverlayState['bandTitle'];
  readonly handlers: () => PointerHandlers;
  /** Milliseconds a movement of the camera takes; 0 where the user asked for less motion. */
  readonly motionMs: number;
};

export type Stage = {
  readonly sigma: GraphSigma;
  /** Draws a graph; what stands behind and about it goes with it. */
  readonly show: (
    graph: LookGraph,
    extra: Pick<OverlayState, 'bands' | 'pinned' | 'labelling'> & {
      readonly frame: Frame | null;
      readonly layout: string;
      /** False while a layout is under way: the camera follows it, and labels wait for its end. */
      readonly settled: boolean;
    },
  ) => void;
  readonly focus: (next: Focus) => void;
  readonly dress: (theme: GraphTheme, words: LabelWords, bandTitle: OverlayState['bandTitle']) => void;
  /** Whole graph in view. */
  readonly fit: () => void;
  /** Brings nodes into view when one is outside. */
  readonly reveal: (ids: readonly string[]) => void;
  readonly zoom: (factor: number) => void;
  /** What is on screen as a PNG, at the screen's own resolution. */
  readonly picture: () => Promise<Blob | null>;
  readonly kill: () => void;
};

type Framed = { readonly layout: string; readonly frame: Frame; readonly order: number; readonly settled: boolean };

/** New nodes that stand outside what the camera can frame ask for a new frame; a node moved by hand does not. */
const outgrown = (framed: Framed, frame: Frame, order: number): boolean =>
  order > framed.order && !frameHolds(framed.frame, frame);

const needsFrame = (framed: Framed | null, next: Framed): boolean =>
  framed === null || !framed.settled || framed.layout !== next.layout || outgrown(framed, next.frame, next.order);

/** From the border of the picture, in pixels, to what counts as inside. */
const MARGIN = 20;

const spanOf = (values: readonly number[]): { readonly size: number; readonly middle: number } => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { size: most - least, middle: (least + most) / 2 };
};

export const createStage = (container: HTMLElement, options: StageOptions): Stage => {
  const state: OverlayState = {
    focus: NO_FOCUS,
    lit: null,
    theme: options.theme,
    words: options.words,
    labelling: 'free',
    labelled: true,
    bands: [],
    bandTitle: options.bandTitle,
    pinned: new Set(),
  };
  const sigma = createSigma(container, state, options.motionMs);
  const motion = watchMotion(sigma);
  const labels = createLabels(sigma, state);
  const overlay = attachOverlay(sigma, state, labels);
  const stopMovingLayer = attachMovingLayer(sigma, state, labels.standing, overlay.canvases);
  const stopPointer = attachPointer(sigma, options.handlers);

  /** Draws again after what is emphasised, or how, has changed. */
  const redress = () => {
    state.lit = litBy(sigma.getGraph(), state.focus);
    labels.invalidate();
    sigma.refresh({ skipIndexation: true });
  };
  let framed: Framed | null = null;
  let stopFirst = (): void => undefined;
  sigma.on('resize', labels.invalidate);
  // Sigma looks at its element only when it draws: a pane that opens or closes beside it has to say so.
  const watcher = new ResizeObserver(() => sigma.scheduleRender());
  watcher.observe(container);
  const duration = options.motionMs;

  /** Moves to the middle of these nodes, and as far out as it takes to see them all, when one is outside the picture. */
  const bringIntoView = (ids: readonly string[]) => {
    const places = ids.flatMap((id) => sigma.getNodeDisplayData(id) ?? []);
    const { width, height } = sigma.getDimensions();
    const seen = places.map((place) => sigma.framedGraphToViewport(place));
    const inside = (x: number, y: number) => x > MARGIN && y > MARGIN && x < width - MARGIN && y < height - MARGIN;
    if (seen.every(({ x, y }) => inside(x, y))) return;
    const [across, down] = [spanOf(seen.map(({ x }) => x)), spanOf(seen.map(({ y }) => y))];
    const out = Math.max(1, across.size / (width - 4 * MARGIN), down.size / (height - 4 * MARGIN));
    const camera = sigma.getCamera();
    const middle = { x: spanOf(places.map(({ x }) => x)).middle, y: spanOf(places.map(({ y }) => y)).middle };
    void camera.animate(
      { ...middle, ratio: camera.getBoundedRatio(camera.ratio * out) },
      { duration: Math.max(1, duration) },
    );
  };

  return {
    sigma,
    show: (graph, { frame, layout, bands, pinned, labelling, settled }) => {
      state.bands = bands;
      state.pinned = pinned;
      state.labelling = labelling;
      state.labelled = settled;
      if (frame !== null && needsFrame(framed, { layout, frame, order: graph.order, settled })) {
        framed = { layout, frame, order: graph.order, settled };
        sigma.setCustomBBox({ x: frame.x, y: frame.y });
        sigma.getCamera().setState(startCamera(frame, labelling, sigma.getDimensions()));
      }
      state.lit = litBy(graph, state.focus);
      labels.invalidate();
      readyFor(sigma, graph);
      motion.calm();
      stopFirst();
      stopFirst = showFirst(sigma, graph);
      sigma.setGraph(graph);
    },
    focus: (next) => {
      const before = state.focus;
      state.focus = next;
      const onlyHover = before.node === next.node && before.edge === next.edge && before.path === next.path;
      if (onlyHover && before.picked === next.picked) {
        labels.invalidate();
        sigma.scheduleRender();
      } else redress();
    },
    dress: (theme, words, bandTitle) => {
      state.theme = theme;
      state.words = words;
      state.bandTitle = bandTitle;
      redress();
    },
    fit: () =>
      void sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: Math.max(1, duration) }),
    reveal: (ids) => {
      // Places are known in the camera's terms only once a new graph has been drawn.
      sigma.once('afterRender', () => bringIntoView(ids));
      sigma.scheduleRender();
    },
    zoom: (factor) => {
      const camera = sigma.getCamera();
      void camera.animate(
        { ratio: camera.getBoundedRatio(camera.ratio / factor) },
        { duration: Math.max(1, duration) },
      );
    },
    picture: () => takePicture(sigma, state.theme.background),
    kill: () => {
      watcher.disconnect();
      stopFirst();
      stopPointer();
      overlay.detach();
      stopMovingLayer();
      motion.stop();
      sigma.kill();
    },
  };
};
