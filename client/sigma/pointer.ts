/** Mouse and touch on the canvas: select, expand, hover, drag a node, draw a box. Only tells; the pane decides. */
import type { Point } from '#client/state/canvas/types.ts';
import type { GraphSigma } from './motion.ts';

export type PointerHandlers = {
  readonly onNode: (id: string, adding: boolean) => void;
  readonly onEdge: (id: string) => void;
  readonly onStage: () => void;
  readonly onExpand: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  /** A node was dragged: where it now stands. */
  readonly onMoved: (id: string, at: Point) => void;
  readonly onBox: (ids: readonly string[]) => void;
};

const DRAG_FROM = 4;

type Modifiers = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };
const isAdding = (event: Modifiers): boolean => event.ctrlKey || event.metaKey || event.shiftKey;

export const attachPointer = (sigma: GraphSigma, handlers: () => PointerHandlers): (() => void) => {
  let held: { id: string; x: number; y: number; moved: boolean } | null = null;
  const stop = attachBox(sigma, (ids) => handlers().onBox(ids));

  sigma.on('clickNode', ({ node, event }) => handlers().onNode(node, isAdding(event.original)));
  sigma.on('clickEdge', ({ edge }) => handlers().onEdge(edge));
  sigma.on('clickStage', () => handlers().onStage());
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    handlers().onExpand(node);
  });
  sigma.on('enterNode', ({ node }) => {
    sigma.getContainer().style.cursor = 'pointer';
    handlers().onHover(node);
  });
  sigma.on('leaveNode', () => {
    sigma.getContainer().style.cursor = '';
    handlers().onHover(null);
  });
  sigma.on('enterEdge', () => {
    sigma.getContainer().style.cursor = 'pointer';
  });
  sigma.on('leaveEdge', () => {
    sigma.getContainer().style.cursor = '';
  });

  sigma.on('downNode', ({ node, event }) => {
    if (isAdding(event.original)) return;
    held = { id: node, x: event.x, y: event.y, moved: false };
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (held === null || !sigma.getGraph().hasNode(held.id)) return;
    preventSigmaDefault();
    if (!held.moved && Math.hypot(event.x - held.x, event.y - held.y) < DRAG_FROM) return;
    held.moved = true;
    const { x, y } = sigma.viewportToGraph(event);
    sigma.getGraph().mergeNodeAttributes(held.id, { x, y });
  });
  const drop = () => {
    if (held?.moved && sigma.getGraph().hasNode(held.id)) {
      const { x, y } = sigma.getGraph().getNodeAttributes(held.id);
      handlers().onMoved(held.id, { x, y });
    }
    held = null;
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
  return stop;
};

/** Shift and drag over empty canvas draws a rectangle and tells which nodes lie in it. */
const attachBox = (sigma: GraphSigma, onBox: (ids: readonly string[]) => void): (() => void) => {
  const container = sigma.getContainer();
  const frame = document.createElement('div');
  frame.className = 'graph-box';
  frame.hidden = true;
  container.append(frame);
  let start: Point | null = null;
  const place = (event: PointerEvent): { left: number; top: number; right: number; bottom: number } => {
    const bounds = container.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    const from = start ?? { x, y };
    return {
      left: Math.min(from.x, x),
      top: Math.min(from.y, y),
      right: Math.max(from.x, x),
      bottom: Math.max(from.y, y),
    };
  };
  const down = (event: PointerEvent) => {
    if (!event.shiftKey || event.button !== 0) return;
    const bounds = container.getBoundingClientRect();
    start = { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
    sigma.getCamera().disable();
  };
  const move = (event: PointerEvent) => {
    if (start === null) return;
    const box = place(event);
    frame.hidden = false;
    Object.assign(frame.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.right - box.left}px`,
      height: `${box.bottom - box.top}px`,
    });
  };
  const up = (event: PointerEvent) => {
    if (start === null) return;
    const box = place(event);
    start = null;
    frame.hidden = true;
    sigma.getCamera().enable();
    if (box.right - box.left < DRAG_FROM && box.bottom - box.top < DRAG_FROM) return;
    onBox(
      sigma.getGraph().filterNodes((id) => {
        const data = sigma.getNodeDisplayData(id);
        if (data === undefined) return false;
        const { x, y } = sigma.framedGraphToViewport(data);
        return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      }),
    );
  };
  container.addEventListener('pointerdown', down, true);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  return () => {
    frame.remove();
    container.removeEventListener('pointerdown', down, true);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
  };
};
