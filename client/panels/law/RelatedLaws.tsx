import { Quote } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { documentAddress, lawAddress } from '#client/state/url.ts';
import type { LawDetail } from '#model/wire/laws.ts';

type Related = LawDetail['related'][number];

/** Of each kind so many at first: a code is the basis of hundreds of instruments. */
const FEW = 3;

/** 依据, 解释, 修改, 废止 in both directions, by kind; each with the sentence that says so. */
export const RelatedLaws = ({ related }: { related: readonly Related[] }) => {
  const groups = Map.groupBy(related, ({ type, direction }) => `${type}:${direction}`);
  return [...groups].map(([key, relations]) => <Group key={key} relations={relations} />);
};

const Group = ({ relations }: { relations: readonly Related[] }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [all, setAll] = useState(false);
  const [first] = relations;
  if (first === undefined) return null;
  const { type, direction } = first;
  // One more is shown rather than a button for it.
  const few = relations.length <= FEW + 1;
  const shown = all || few ? relations : relations.slice(0, FEW);
  return (
    <div className="related small">
      <span className="muted">{common(direction === 'out' ? `relation.${type}` : `relationIn.${type}`)}</span>
      <ul>
        {shown.map(({ law, evidence }) => (
          <li key={`${law.id}:${evidence.start}`}>
            <Link to={lawAddress(law.id)}>{law.name}</Link>{' '}
            <Link
              className="related-evidence"
              to={documentAddress(evidence.documentId, evidence)}
              aria-label={t('law.evidenceOf', { name: law.name })}
              title={t('law.evidence')}
            >
              <Quote aria-hidden="true" />
            </Link>
          </li>
        ))}
        {few ? null : (
          <li>
            <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('law.fewer') : t('law.allRelated', { count: relations.length })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
};
