import { Link2, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSelection } from '#client/state/selection.tsx';
import { lawAddress, parseSpan } from '#client/state/url.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { citationText } from '#client/text/citation.ts';
import { CopyButton } from '#client/ui/copy.tsx';
import { type DocumentDto, HIGHLIGHT_KINDS } from '#model/wire/documents.ts';
import { breadcrumbOf } from './outline.ts';

/** Title, what it is, where the reader stands, and the copy buttons. */
export const ReaderHead = ({ read, here }: { read: DocumentDto; here: number }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { selection } = useSelection();
  const [search] = useSearchState();
  const { document, law } = read;
  const chosen = read.provisions.findIndex(({ id }) => selection?.kind === 'node' && selection.id === id);
  const cite = () => {
    const span = parseSpan(search.get('at'));
    const quote =
      span === null ? null : read.text.slice(span.start - read.textOffset, span.end - read.textOffset).trim();
    const at = chosen >= 0 ? chosen : provisionAt(read, span?.start);
    return citationText({ ...document, unit: unitOf(read, at), quote });
  };
  return (
    <header className="reader-head">
      <div className="reader-head-title">
        <h1 className="reader-head-name">{document.title}</h1>
        <span className="row small muted">
          <span className="badge">{common(`kind.${document.kind}`)}</span>
          {document.date === null ? null : <time className="tabular">{document.date}</time>}
          {law === null ? null : <Link to={lawAddress(law.id)}>{t('reader.lawPage')}</Link>}
          <HighlightLegend read={read} />
          <span className="reader-breadcrumb">{here < 0 ? '' : breadcrumbOf(read.provisions, here)}</span>
        </span>
      </div>
      <div className="row reader-actions">
        <CopyButton
          variant="quiet"
          icon={<Quote aria-hidden="true" />}
          label={common('action.copyCitation')}
          text={cite}
        />
        <CopyButton
          variant="quiet"
          icon={<Link2 aria-hidden="true" />}
          label={common('action.copyLink')}
          text={() => location.href}
        />
      </div>
    </header>
  );
};

const provisionAt = ({ provisions }: DocumentDto, offset: number | undefined): number =>
  offset === undefined ? -1 : provisions.findLastIndex(({ start, end }) => start <= offset && offset < end);

/** 第二十一条第2款: from the article down, as printed; null outside articles. */
const unitOf = ({ provisions }: DocumentDto, index: number): string | null => {
  const steps: string[] = [];
  for (let at = index; at >= 0; at = provisions[at]?.parent ?? -1) {
    const provision = provisions[at];
    if (provision === undefined) break;
    steps.unshift(provision.printed);
    if (provision.level === 'article') return steps.join('');
  }
  return null;
};

/** Which underline stands for which kind, of those that occur. */
const HighlightLegend = ({ read }: { read: DocumentDto }) => {
  const { t } = useTranslation('pages');
  const kinds = HIGHLIGHT_KINDS.filter((kind) => read.highlights.some((highlight) => highlight.kind === kind));
  return (
    <span className="reader-legend">
      {kinds.map((kind) => (
        <span key={kind} className={`hl hl-${kind}`}>
          {t(`reader.kind.${kind}`)}
        </span>
      ))}
    </span>
  );
};
