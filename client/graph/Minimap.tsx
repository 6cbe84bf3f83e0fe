/** The whole graph small, with the part on screen framed. A press or drag moves there. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isLarge, isMoving } from '#client/sigma/motion.ts';
import type { Stage } from '#client/sigma/stage.ts';
import type { GraphTheme } from './theme.ts';

const WIDTH = 150;
const HEIGHT = 96;
const PAD = 8;

/** Sigma's framed coordinates run over the unit square, stretched by the graph's proportions. */
const place = (x: number, y: number): { x: number; y: number } => {
  const scale = Math.min(WIDTH, HEIGHT) - PAD * 2;
  return { x: WIDTH / 2 + (x - 0.5) * scale * 1.35, y: HEIGHT / 2 - (y - 0.5) * scale };
};
const unplace = (x: number, y: number): { x: number; y: number } => {
  const scale = Math.min(WIDTH, HEIGHT) - PAD * 2;
  return { x: (x - WIDTH / 2) / (scale * 1.35) + 0.5, y: 0.5 - (y - HEIGHT / 2) / scale };
};

export const Minimap = ({ stage, theme }: { stage: Stage; theme: GraphTheme }) => {
  const { t } = useTranslation('graph');
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return undefined;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = WIDTH * ratio;
    canvas.height = HEIGHT * ratio;
    context.scale(ratio, ratio);
    const { sigma } = stage;
    const draw = () => {
      if (isMoving(sigma) && isLarge(sigma)) return;
      context.clearRect(0, 0, WIDTH, HEIGHT);
      sigma.getGraph().forEachNode((id, look) => {
        const data = sigma.getNodeDisplayData(id);
        if (data === undefined) return;
        const at = place(data.x, data.y);
        context.fillStyle = theme.border[look.kind];
        const size = look.importance > 60 ? 3 : 1.6;
        context.fillRect(at.x - size / 2, at.y - size / 2, size, size);
      });
      const { width, height } = sigma.getDimensions();
      const a = sigma.viewportToFramedGraph({ x: 0, y: 0 });
      const b = sigma.viewportToFramedGraph({ x: width, y: height });
      const from = place(a.x, a.y);
      const to = place(b.x, b.y);
      context.strokeStyle = theme.selection;
      context.lineWidth = 1.2;
      context.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y);
    };
    sigma.on('afterRender', draw);
    sigma.scheduleRender();
    const go = (event: PointerEvent) => {
      if (event.buttons !== 1) return;
      const bounds = canvas.getBoundingClientRect();
      sigma.getCamera().setState(unplace(event.clientX - bounds.left, event.clientY - bounds.top));
    };
    canvas.addEventListener('pointerdown', go);
    canvas.addEventListener('pointermove', go);
    return () => {
      sigma.off('afterRender', draw);
      canvas.removeEventListener('pointerdown', go);
      canvas.removeEventListener('pointermove', go);
    };
  }, [stage, theme]);
  return <canvas ref={ref} className="graph-minimap" role="img" aria-label={t('minimap')} />;
};
