import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { useDebounced } from '#client/panels/search/use-debounced.ts';
import { Button } from '#client/ui/Button.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import type { NodeRef } from '#model/wire/common.ts';
import type { SearchDto } from '#model/wire/explore.ts';

/** A filter by one node: type a part of its name, choose it. */
export const NodePicker = ({
  label,
  group,
  chosen,
  onChoose,
}: {
  label: string;
  group: SearchDto['groups'][number]['group'];
  /** Name of what is chosen; null when nothing is. */
  chosen: string | null;
  onChoose: (node: NodeRef | null) => void;
}) => {
  const { t } = useTranslation();
  const { t: pages } = useTranslation('pages');
  const [text, setText] = useState('');
  const q = useDebounced(text.trim(), 150);
  const answer = useQuery({
    ...routeQuery('search', { query: { q, group, limit: 12 } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const items = q === '' ? [] : (answer.data?.groups.flatMap((found) => found.items) ?? []);
  return (
    <Popover
      label={label}
      trigger={
        <Button aria-pressed={chosen !== null}>
          {label}
          {chosen === null ? '' : `：${chosen}`}
        </Button>
      }
    >
      <div className="stack picker">
        <input
          className="field"
          type="text"
          aria-label={label}
          placeholder={pages('picker.placeholder')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {chosen === null ? null : (
          <Button variant="quiet" onClick={() => onChoose(null)}>
            {t('action.clear')}
          </Button>
        )}
        <ul className="picker-list">
          {items.map((hit) => (
            <li key={hit.id}>
              <button type="button" className="picker-item" onClick={() => onChoose(hit)}>
                <KindDot label={hit.label} />
                {hit.name}
              </button>
            </li>
          ))}
        </ul>
        {q !== '' && answer.isSuccess && items.length === 0 ? (
          <p className="muted small">{t('state.notFound')}</p>
        ) : null}
      </div>
    </Popover>
  );
};
