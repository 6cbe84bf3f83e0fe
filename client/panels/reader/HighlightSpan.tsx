import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { nodeAddress } from '#client/state/url.ts';
import type { Highlight } from '#model/wire/documents.ts';

/** Duties span whole clauses and hold other highlights; a link inside a link is none, so they are plain and clickable. */
const isLink = ({ kind, targets }: Highlight): boolean => kind !== 'duty' && targets.length > 0;

/** A passage underlined by its kind. `data-h` is how the hover card and the n and N keys find it. */
export const HighlightSpan = ({
  index,
  highlight,
  first,
  selected,
  children,
}: {
  index: number;
  highlight: Highlight;
  first: boolean;
  selected: boolean;
  children: ReactNode;
}) => {
  const className = [
    'hl',
    `hl-${highlight.kind}`,
    highlight.reason === null ? '' : 'hl-unresolved',
    selected ? 'hl-selected' : '',
  ]
    .filter(Boolean)
    .join(' ');
  const target = highlight.targets[0];
  if (target === undefined || !isLink(highlight)) {
    // Reached by n and N, which focus it; clicks and Enter are heard by the text as a whole.
    return (
      <span className={className} data-h={index} {...(first ? { tabIndex: -1 } : {})}>
        {children}
      </span>
    );
  }
  return (
    <Link className={className} data-h={index} to={nodeAddress(target)}>
      {children}
    </Link>
  );
};
