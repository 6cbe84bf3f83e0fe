import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasState } from '#client/state/canvas/types.ts';
import type { VisibleGraph } from '#client/state/canvas/visible.ts';
import { sizeOf } from './build.ts';
import type { ExportView } from './export/types.ts';
import { bandsOf } from './layout/bands.ts';
import { layoutInput } from './layout/input.ts';
import type { GraphTheme } from './theme.ts';
import { useStageWords } from './use-stage.ts';

/** Answers the canvas as the exports take it, when asked: what is on screen, in the page's language. */
export const useExportView = (
  canvas: CanvasState,
  visible: VisibleGraph,
  theme: GraphTheme,
  title: string,
): (() => ExportView) => {
  const { t } = useTranslation();
  const { bandTitle } = useStageWords();
  return useCallback(
    () => ({
      title,
      ...visible,
      positions: canvas.positions,
      bands: bandsOf(canvas.layout, layoutInput(canvas, sizeOf, null, 1), canvas.positions, canvas.pinned),
      theme,
      words: {
        label: (label) => t(`label.${label}`),
        relation: (type) => t(`relation.${type}`),
        band: bandTitle,
      },
    }),
    [title, visible, canvas, theme, t, bandTitle],
  );
};
