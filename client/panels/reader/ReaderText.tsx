import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Span } from '#client/state/url.ts';
import { type LineContext, LineView } from './LineView.tsx';
import type { Line } from './lines.ts';

/** Shorter texts are drawn whole, so that the browser's own find works on them. */
const WHOLE_UP_TO = 300;
const CHARS_PER_ROW = 38;
const ROW_PX = 30;

export interface ReaderHandle {
  readonly toLine: (index: number) => void;
}
interface Props {
  readonly lines: readonly Line[];
  readonly mark: Span | null;
  readonly context: LineContext;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly handle: RefObject<ReaderHandle | null>;
  /** The line now at the top. */
  readonly onTop: (index: number) => void;
}

export const ReaderText = (props: Props) =>
  props.lines.length <= WHOLE_UP_TO ? <WholeText {...props} /> : <VirtualText {...props} />;

const markOn = (line: Line, mark: Span | null): Span | null =>
  mark !== null && mark.start < line.end && mark.end > line.start ? mark : null;

const WholeText = ({ lines, mark, context, scroller, handle, onTop }: Props) => {
  useImperativeHandle(
    handle,
    () => ({
      toLine: (index) => scroller.current?.querySelector(`[data-line="${index}"]`)?.scrollIntoView({ block: 'center' }),
    }),
    [scroller],
  );
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => {
      const top = element.getBoundingClientRect().top + 40;
      const rows = [...element.querySelectorAll('[data-line]')];
      const first = rows.findIndex((row) => row.getBoundingClientRect().bottom > top);
      if (first >= 0) onTop(first);
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller, onTop]);
  return (
    <div className="reader-column">
      {lines.map((line, index) => (
        <div key={line.start} data-line={index}>
          <LineView line={line} index={index} mark={markOn(line, mark)} context={context} />
        </div>
      ))}
    </div>
  );
};

/** Only the lines near the window are drawn: a thousand articles scroll as smoothly as ten. */
const VirtualText = ({ lines, mark, context, scroller, handle, onTop }: Props) => {
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const line = lines[index];
      const chars = line === undefined ? 0 : line.end - line.start;
      return 12 + Math.ceil(chars / CHARS_PER_ROW) * ROW_PX;
    },
    overscan: 12,
    paddingStart: 20,
    paddingEnd: 80,
  });
  // The scrolling element belongs to the parent and exists one render after this component: what was asked for
  // before then is done once it does.
  const [ready, setReady] = useState(false);
  const pending = useRef(-1);
  useEffect(() => setReady(true), []);
  useImperativeHandle(
    handle,
    () => ({
      toLine: (index) => {
        if (ready) virtualizer.scrollToIndex(index, { align: 'center' });
        else pending.current = index;
      },
    }),
    [virtualizer, ready],
  );
  useEffect(() => {
    if (ready && pending.current >= 0) virtualizer.scrollToIndex(pending.current, { align: 'center' });
  }, [ready, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const offset = virtualizer.scrollOffset ?? 0;
  const top = items.find((item) => item.end > offset + 40)?.index ?? 0;
  useEffect(() => onTop(top), [top, onTop]);
  return (
    <div className="reader-column" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
      {items.map((item) => {
        const line = lines[item.index];
        return line === undefined ? null : (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            data-line={item.index}
            className="reader-virtual"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <LineView line={line} index={item.index} mark={markOn(line, mark)} context={context} />
          </div>
        );
      })}
    </div>
  );
};
