import { Fragment, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '#client/state/url.ts';
import type { DocumentDto } from '#model/wire/documents.ts';
import { HighlightSpan } from './HighlightSpan.tsx';
import type { Line } from './lines.ts';
import { type Piece, partsOf } from './pieces.ts';

export interface LineContext {
  readonly read: DocumentDto;
  readonly byLine: readonly (readonly number[])[];
  /** The provision selected, to be seen at the margin. */
  readonly chosen: Span | null;
  /** Highlights of the selection. */
  readonly selected: ReadonlySet<number>;
  readonly onArticle: (provision: number) => void;
}

/** One line: heading, article or text, with its highlights, and ←n where an article is cited. */
export const LineView = memo(
  ({ line, index, mark, context }: { line: Line; index: number; mark: Span | null; context: LineContext }) => {
    const { t } = useTranslation('pages');
    const { read, byLine, selected, onArticle } = context;
    const text = (span: Span) => read.text.slice(span.start - read.textOffset, span.end - read.textOffset);
    const spans = (byLine[index] ?? []).flatMap((at) => {
      const highlight = read.highlights[at];
      return highlight === undefined ? [] : [{ start: highlight.start, end: highlight.end, index: at }];
    });
    const article = line.kind === 'article' ? read.provisions[line.article] : undefined;
    const printed = article?.printed ?? '';
    const print = (span: Span): ReactNode => {
      const words = text(span);
      if (printed === '' || span.start !== line.start || !words.startsWith(printed)) return words;
      return [<strong key="number">{printed}</strong>, words.slice(printed.length)];
    };
    const draw = (piece: Piece): ReactNode => {
      const highlight = piece.highlight === null ? undefined : read.highlights[piece.highlight];
      if (highlight === undefined || piece.highlight === null) {
        return <Fragment key={piece.start}>{print(piece)}</Fragment>;
      }
      return (
        <HighlightSpan
          key={`${piece.highlight}:${piece.start}`}
          index={piece.highlight}
          highlight={highlight}
          first={piece.start === highlight.start}
          selected={selected.has(piece.highlight)}
        >
          {piece.children.length === 0 ? print(piece) : piece.children.map(draw)}
        </HighlightSpan>
      );
    };
    const body = partsOf(line, spans, mark).map((part) =>
      part.marked ? (
        <mark key={part.start} className="evidence-mark" aria-current="true">
          {part.pieces.map(draw)}
        </mark>
      ) : (
        <span key={part.start}>{part.pieces.map(draw)}</span>
      ),
    );
    if (line.kind === 'title') return <p className="reader-title">{body}</p>;
    if (line.kind === 'heading') return <h2 className={`reader-heading reader-heading-${line.depth}`}>{body}</h2>;
    return (
      <div className={classOf(line, context.chosen)}>
        {article === undefined ? null : (
          <button
            type="button"
            className={article.citedBy > 0 ? 'article-handle article-cited' : 'article-handle'}
            aria-label={t('reader.articleHandle', { article: article.printed, count: article.citedBy })}
            onClick={() => onArticle(line.article)}
          >
            {article.citedBy > 0 ? `←${article.citedBy}` : '§'}
          </button>
        )}
        <p>{body}</p>
      </div>
    );
  },
);

const classOf = ({ kind, provision, start, end }: Line, chosen: Span | null): string =>
  [
    'reader-line',
    kind === 'article' ? 'reader-article' : '',
    provision < 0 ? 'reader-preface' : '',
    chosen !== null && start < chosen.end && end > chosen.start ? 'reader-chosen' : '',
  ]
    .filter(Boolean)
    .join(' ');
