import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import { documentAddress } from '#client/state/url.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import type { DocumentDto } from '#model/wire/documents.ts';
import type { LawDetail } from '#model/wire/laws.ts';

/** 条文: the newest text held, all its parts in order, article by article, ←n where an article is cited. */
export const ArticlesTab = ({ detail, textIds }: { detail: LawDetail; textIds: readonly string[] }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const texts = useQueries({
    queries: textIds.map((id) => routeQuery('document', { params: { id } })),
  });
  if (textIds.length === 0) {
    return (
      <EmptyState title={t('law.noText')}>
        <p>{common(detail.law.status === 'planned' ? 'reason.planned' : 'reason.not_held')}</p>
      </EmptyState>
    );
  }
  const failed = texts.find(({ isError }) => isError);
  if (failed?.error) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  const parts = texts.flatMap(({ data }) => data ?? []);
  if (parts.length < texts.length) return <Spinner />;
  return <ArticleList key={parts.length} parts={inOrder(parts)} cited={detail.citedProvisions} />;
};

const firstArticle = ({ provisions }: DocumentDto): number =>
  Number.parseInt(provisions.find(({ level }) => level === 'article')?.number ?? '', 10) || 0;

/** Parts of a code come by their names; a reader wants them by their articles. */
const inOrder = (parts: readonly DocumentDto[]): readonly DocumentDto[] =>
  parts.toSorted((a, b) => firstArticle(a) - firstArticle(b));

interface Row {
  readonly id: string;
  readonly documentId: string;
  readonly heading: boolean;
  readonly printed: string;
  readonly text: string;
  readonly number: string | null;
}

const rowsOf = ({ document, provisions, text, textOffset }: DocumentDto): Row[] => {
  const documentId = document.id;
  const hasArticles = provisions.some(({ level }) => level === 'article');
  return provisions.flatMap((provision): Row[] => {
    const { level, id, printed, number, start, end } = provision;
    const whole = text
      .slice(start - textOffset, end - textOffset)
      .trim()
      .replace(/\n\s*\n/g, '\n');
    if (level === 'part' || level === 'chapter' || level === 'section') {
      return [{ id, documentId, heading: true, printed, text: '', number: null }];
    }
    if (level === 'article') return [{ id, documentId, heading: false, printed, text: whole, number }];
    return !hasArticles && provision.parent < 0
      ? [{ id, documentId, heading: false, printed: '', text: whole, number: null }]
      : [];
  });
};

const ArticleList = ({ parts, cited }: { parts: readonly DocumentDto[]; cited: LawDetail['citedProvisions'] }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [, set] = useSearchState();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => parts.flatMap(rowsOf), [parts]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 34 + Math.ceil((rows[index]?.text.length ?? 0) / 34) * 26,
    overscan: 8,
  });
  return (
    <div className="articles">
      <div className="row spread articles-head">
        <span className="small muted tabular">
          {t('law.articles', { count: rows.filter((row) => !row.heading).length })}
        </span>
        <ShownQueryButton query={parts[0]?.query} />
      </div>
      <div ref={scroller} className="articles-scroll">
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const count = cited[row.id] ?? 0;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={row.heading ? 'article-row article-heading' : 'article-row'}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.heading ? (
                  <h2>{row.printed}</h2>
                ) : (
                  <>
                    <p className="article-text">
                      <Link to={documentAddress(row.documentId, null, `n:${row.id}`)} className="article-number">
                        {row.printed}
                      </Link>
                      {row.text.startsWith(row.printed) ? row.text.slice(row.printed.length) : row.text}
                    </p>
                    {count > 0 && row.number !== null ? (
                      <button
                        type="button"
                        className="cited-count tabular"
                        aria-label={t('law.articleCitedBy', { article: row.printed, count })}
                        title={common('count.citedBy', { count })}
                        onClick={() =>
                          set({ tab: 'citedBy', article: row.number, paragraph: null, item: null, bucket: null })
                        }
                      >
                        ←{count}
                      </button>
                    ) : null}
                  </>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};
