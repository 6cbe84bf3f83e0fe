/** Keeps the stage showing what the canvas says: nodes and lines, bands, emphasis, theme and words. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Focus } from '#client/sigma/focus.ts';
import type { LabelWords } from '#client/sigma/label-layer.ts';
import type { Stage } from '#client/sigma/stage.ts';
import type { CanvasState } from '#client/state/canvas/types.ts';
import type { VisibleGraph } from '#client/state/canvas/visible.ts';
import { usePreferences } from '#client/state/preferences.tsx';
import { buildLookGraph, crowding, type EdgeLook, lineStrength, sizeOf } from './build.ts';
import { type BandTitle, bandsOf } from './layout/bands.ts';
import { frameOf, labellingOf, rowShrink } from './layout/frame.ts';
import { layoutInput } from './layout/input.ts';
import type { Positions } from './layout/types.ts';
import { type GraphTheme, readTheme } from './theme.ts';

/** The page's colours now; read again when the theme changes. */
export const useGraphTheme = (): GraphTheme => {
  const { shownTheme } = usePreferences();
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    if (shownTheme) setTheme(readTheme());
  }, [shownTheme]);
  return theme;
};

/** What is written on lines and bands, in the page's language. */
export const useStageWords = (): { words: LabelWords; bandTitle: (title: BandTitle) => string } => {
  const { t } = useTranslation('graph');
  const { t: common } = useTranslation();
  return useMemo(
    () => ({
      words: {
        edge: (look: EdgeLook, leftward: boolean) => {
          const words = t(`edge.${look.relation}`);
          const counted = look.count > 1 ? t('edgeCount', { words, count: look.count }) : words;
          return leftward ? `← ${counted}` : `${counted} →`;
        },
      },
      bandTitle: (title: BandTitle) => {
        switch (title.kind) {
          case 'node':
            return title.name;
          case 'label':
            return common(`label.${title.label}`);
          case 'year':
            return t('year', { year: title.year });
          case 'other':
          case 'undated':
            return t(title.kind);
        }
      },
    }),
    [t, common],
  );
};

/** The picture's size in pixels: rows of nodes are fitted anew when it changes. */
const useStageSize = (stage: Stage | null): { readonly width: number; readonly height: number } => {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (stage === null) return undefined;
    const { sigma } = stage;
    const resized = () => setSize(sigma.getDimensions());
    resized();
    sigma.on('resize', resized);
    return () => {
      sigma.off('resize', resized);
    };
  }, [stage]);
  return size;
};

/** Strength of lines where nodes stand in rows: they run behind the words. */
const ROW_LINES = 0.42;

type StageSync = {
  readonly stage: Stage | null;
  readonly canvas: CanvasState;
  readonly visible: VisibleGraph;
  /** Where the nodes stand while a layout is under way. */
  readonly moving: Positions | null;
  readonly focus: Focus;
  readonly theme: GraphTheme;
};

export const useStageSync = ({ stage, canvas, visible, moving, focus, theme }: StageSync): void => {
  const { words, bandTitle } = useStageWords();
  const size = useStageSize(stage);
  useEffect(() => stage?.dress(theme, words, bandTitle), [stage, theme, words, bandTitle]);
  useEffect(() => {
    if (stage === null) return;
    const positions = moving ?? canvas.positions;
    const input = layoutInput(canvas, sizeOf, null, 1);
    const labelling = labellingOf(
      canvas.layout,
      input.nodes.some((node) => node.label === 'Function'),
    );
    const frame = frameOf(positions, labelling);
    const free = labelling === 'free';
    const look = {
      shrink: free || frame === null ? crowding(visible.nodes.length) : rowShrink(frame, labelling, size),
      rows: !free,
      strength: free ? lineStrength(visible.bundles.length) : ROW_LINES,
    };
    stage.show(buildLookGraph(visible, positions, theme, look), {
      bands: bandsOf(canvas.layout, input, positions, canvas.pinned),
      pinned: canvas.pinned,
      labelling,
      frame,
      layout: canvas.layout,
      settled: moving === null,
    });
  }, [stage, size, canvas, visible, moving, theme]);
  useEffect(() => stage?.focus(focus), [stage, focus]);
};
