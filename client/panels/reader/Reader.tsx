import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { GraphSide } from '#client/panels/shared/GraphSide.tsx';
import { Panes } from '#client/panels/shared/Panes.tsx';
import { useKnownEdges } from '#client/state/known-graph.ts';
import { rememberRead } from '#client/state/last-read.ts';
import { formatSelection, type Selection, useSelection } from '#client/state/selection.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { parseSpan } from '#client/state/url.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { useMedia } from '#client/ui/use-media.ts';
import { useSettled } from '#client/ui/use-settled.ts';
import type { DocumentDto, Highlight } from '#model/wire/documents.ts';
import { Details } from './Details.tsx';
import { HighlightCard } from './HighlightCard.tsx';
import type { LineContext } from './LineView.tsx';
import { type Line, lineAt } from './lines.ts';
import { Outline } from './Outline.tsx';
import { placeOf, selectedHighlights, startOf, stepHighlight } from './place.ts';
import { ReaderHead } from './ReaderHead.tsx';
import { type ReaderHandle, ReaderText } from './ReaderText.tsx';
import { useHoverCard } from './use-hover-card.ts';

/** 目录 and lists follow the text once scrolling rests. */
const SETTLE_MS = 140;

interface Prepared {
  readonly read: DocumentDto;
  readonly lines: readonly Line[];
  readonly byLine: readonly (readonly number[])[];
}

export const Reader = ({ read, lines, byLine }: Prepared) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [search, set] = useSearchState();
  const { selection } = useSelection();
  const client = useQueryClient();
  const known = useKnownEdges(selection?.kind === 'edge' ? selection : null);
  const scroller = useRef<HTMLElement>(null);
  const handle = useRef<ReaderHandle>(null);
  const [top, setTop] = useSettled(0, SETTLE_MS);
  const [stepped, setStepped] = useState(-1);
  const [pane, setPane] = useState('text');
  const roomy = useMedia('(min-width: 1181px)');
  const at = search.get('at');
  const place = useMemo(() => placeOf(read, parseSpan(at), selection, known), [read, at, selection, known]);
  const mark = place?.marked ? place.span : null;

  // A new selection leaves the passage the address pointed at: the mark follows what is selected.
  const select = useCallback((next: Selection) => set({ sel: formatSelection(next), at: null }), [set]);
  const focusHighlight = useCallback((index: number) => {
    setTimeout(() => scroller.current?.querySelector<HTMLElement>(`[data-h="${index}"]`)?.focus(), 60);
  }, []);
  const selectHighlight = useCallback(
    (index: number) => {
      const highlight = read.highlights[index];
      if (highlight === undefined) return;
      const target = highlight.targets[0];
      const relation = relationOf(client, read.document.id, highlight);
      setStepped(index);
      if (highlight.kind === 'duty' && target !== undefined) select({ kind: 'node', id: target.id });
      else if (relation !== undefined) select({ kind: 'edge', id: relation });
    },
    [read, client, select],
  );
  const card = useHoverCard(scroller, selectHighlight);
  const selectedTo = known[0]?.edge.to;
  const context = useMemo<LineContext>(
    () => ({
      read,
      byLine,
      chosen: read.provisions.find(({ id }) => selection?.kind === 'node' && selection.id === id) ?? null,
      selected: new Set(selectedHighlights(read.highlights, selection, selectedTo)),
      onArticle: (provision) => select({ kind: 'node', id: read.provisions[provision]?.id ?? '' }),
    }),
    [read, byLine, selection, selectedTo, select],
  );

  useEffect(() => rememberRead(read.document.id), [read.document.id]);

  const spanStart = place?.span.start;
  useEffect(() => {
    if (at === null) return;
    setPane('text');
    scroller.current?.focus({ preventScroll: true });
  }, [at]);
  useEffect(() => {
    if (spanStart !== undefined) handle.current?.toLine(lineAt(lines, spanStart));
  }, [spanStart, lines]);

  const step = (by: 1 | -1) => {
    const from = stepped >= 0 ? stepped : startOf(read.highlights, place?.span.start, by);
    const next = stepHighlight(read.highlights.length, from, by);
    const highlight = read.highlights[next];
    if (highlight === undefined) return;
    setStepped(next);
    handle.current?.toLine(lineAt(lines, highlight.start));
    focusHighlight(next);
  };
  useShortcut('n', common('shortcut.next'), () => step(1));
  useShortcut('N', common('shortcut.previous'), () => step(-1));

  const here = lines[top]?.provision ?? -1;
  const goTo = (provision: number) => {
    const target = read.provisions[provision];
    setPane('text');
    if (target !== undefined) requestAnimationFrame(() => handle.current?.toLine(lineAt(lines, target.start)));
  };
  const stepArticle = (by: 1 | -1) => {
    const articles = read.provisions.flatMap(({ level }, index) => (level === 'article' ? [index] : []));
    const chosen = read.provisions.findIndex(({ id }) => selection?.kind === 'node' && selection.id === id);
    const from = chosen >= 0 ? chosen : here;
    const next = by === 1 ? articles.find((index) => index > from) : articles.findLast((index) => index < from);
    if (next !== undefined) select({ kind: 'node', id: read.provisions[next]?.id ?? '' });
  };
  useShortcut(']', common('shortcut.nextArticle'), () => stepArticle(1));
  useShortcut('[', common('shortcut.previousArticle'), () => stepArticle(-1));
  useShortcut('r', common('shortcut.reader'), () => scroller.current?.focus());

  const shownHighlight = card.shown === null ? undefined : read.highlights[card.shown.index];
  const graph = useMemo(
    () => <GraphSide view={{ view: 'document', id: read.document.id }} onSelect={select} />,
    [read.document.id, select],
  );
  const outline = <Outline read={read} current={here} onGo={goTo} />;
  return (
    <Panes
      className="reader-panes"
      chosen={pane}
      onChoose={setPane}
      panes={[
        ...(roomy ? [{ id: 'outline', label: t('reader.outline'), content: outline }] : []),
        {
          id: 'text',
          label: common('pane.text'),
          content: (
            <div className="reader">
              <ReaderHead read={read} here={here} />
              <section ref={scroller} className="reader-scroll" aria-label={t('reader.region')} tabIndex={-1}>
                <ReaderText
                  lines={lines}
                  mark={mark}
                  context={context}
                  scroller={scroller}
                  handle={handle}
                  onTop={setTop}
                />
              </section>
              <HighlightCard
                shown={card.shown}
                highlight={shownHighlight}
                onSelect={() => {
                  if (card.shown !== null) selectHighlight(card.shown.index);
                  card.close();
                }}
                onKeep={card.keep}
                onLeave={card.leave}
              />
            </div>
          ),
        },
        {
          id: 'details',
          label: common('pane.details'),
          content: <Details read={read} here={here} outline={roomy ? null : outline} />,
        },
        {
          id: 'graph',
          label: common('pane.graph'),
          content: graph,
        },
      ]}
    />
  );
};

/** The relationship a highlight stands for: of several on one sentence, the one that leads to what is named here. */
const relationOf = (client: QueryClient, id: string, { relationIds, targets }: Highlight): string | undefined => {
  const graph = client.getQueryData(routeQuery('graph', { query: { view: 'document', id } }).queryKey);
  const edge = graph?.edges.find((one) => relationIds.includes(one.id) && one.to === targets[0]?.id);
  return edge?.id ?? relationIds[0];
};
