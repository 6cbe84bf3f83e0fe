import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSelection } from '#client/state/selection.tsx';
import { documentAddress, nodeAddress } from '#client/state/url.ts';
import { unitName } from '#client/text/citation.ts';
import { ReasonBadge } from '#client/ui/badges.tsx';
import { walkWithArrows } from '#client/ui/focus-when-there.ts';
import type { Reason } from '#model/relations.ts';
import type { CitationRow } from '#model/wire/laws.ts';
import { groupByDocument } from './group-rows.ts';
import { Marked } from './Marked.tsx';

/** Citing provisions grouped by their document; each row is a link to its sentence in the reader. */
export const CitedByRows = ({ rows }: { rows: readonly CitationRow[] }) => {
  const { t } = useTranslation();
  return (
    <ul className="citing" onKeyDown={walkRows}>
      {groupByDocument(rows).map(({ document, rows: own }) => (
        <li key={document.id} className="citing-document">
          <p className="citing-head">
            <Link className="citing-title" to={documentAddress(document.id)}>
              {document.title}
            </Link>
            <span className="small muted">
              {t(`rank.${document.rank}`)}
              {document.date === null ? null : <span className="tabular"> · {document.date}</span>}
              {own.length > 1 ? <span className="tabular"> · {own.length}</span> : null}
            </span>
          </p>
          <ul>
            {own.map((row) => (
              <SentenceRow key={row.relationId} row={row} lead={row.from.breadcrumb} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
};

/** Up and down go from row to row, whichever document they stand under. */
const walkRows = (event: KeyboardEvent<HTMLElement>): void => {
  if (walkWithArrows(event.currentTarget, '.citing-link', event.key)) event.preventDefault();
};

/** What is cited, in text order: the unit that cites, then where it leads. */
export const CitesRows = ({ rows }: { rows: readonly CitationRow[] }) => (
  <ul className="citing" onKeyDown={walkRows}>
    {rows.map((row) => (
      <SentenceRow key={row.relationId} row={row} lead={row.from.breadcrumb} target />
    ))}
  </ul>
);

/** Reasons that say something of the citing sentence; 未收录 and 拟制定 are the law's own state and stand at its head. */
const TELLING = new Set<Reason>(['no_such_article', 'no_such_paragraph', 'ambiguous', 'not_yet_issued']);

const SentenceRow = ({ row, lead, target = false }: { row: CitationRow; lead: string; target?: boolean }) => {
  const { t } = useTranslation();
  const { selection } = useSelection();
  const { evidence, sentence, citation, to } = row;
  const unit = citation === null ? null : unitName(citation);
  const chosen = selection?.id === row.relationId;
  return (
    <li className={chosen ? 'citing-row citing-row-chosen' : 'citing-row'}>
      <Link className="citing-link" to={documentAddress(evidence.documentId, evidence, `e:${row.relationId}`)}>
        <span className="citing-place">
          {lead}
          {!target && unit !== null ? <span className="citing-unit"> → {unit}</span> : null}
          {row.type === 'CITES' ? null : <span className="badge">{t(`relation.${row.type}`)}</span>}
        </span>
        <span className="citing-sentence">
          <Marked text={sentence.text} marks={[[sentence.markStart, sentence.markEnd]]} />
        </span>
      </Link>
      {target ? (
        <p className="citing-target small">
          → <Link to={nodeAddress(to)}>{to.name}</Link>
          {unit === null || to.label === 'Provision' ? null : <span className="muted"> {unit}</span>}
          {citation?.reason ? <ReasonBadge reason={citation.reason} /> : null}
        </p>
      ) : citation?.reason && TELLING.has(citation.reason) ? (
        <p className="citing-target small">
          <ReasonBadge reason={citation.reason} />
        </p>
      ) : null}
    </li>
  );
};
