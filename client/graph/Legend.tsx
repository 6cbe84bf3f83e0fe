/** The legend is the filter: every kind on the canvas with its shape, colour and number, each a switch. */
import { useTranslation } from 'react-i18next';
import type { CanvasFilter, CanvasState } from '#client/state/canvas/types.ts';
import { legendCounts } from '#client/state/canvas/visible.ts';
import { KindIcon } from './KindIcon.tsx';
import type { GraphTheme } from './theme.ts';

const toggled = <T,>(set: ReadonlySet<T>, value: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};

const Row = ({
  on,
  count,
  name,
  onToggle,
  children,
}: {
  on: boolean;
  count: number;
  name: string;
  onToggle: () => void;
  children: React.ReactNode;
}) => (
  <li>
    <button type="button" className="legend-row" role="switch" aria-checked={on} onClick={onToggle}>
      {children}
      <span className="legend-name">{name}</span>
      <span className="legend-count tabular">{count}</span>
    </button>
  </li>
);

export const Legend = ({
  canvas,
  theme,
  onFilter,
}: {
  canvas: CanvasState;
  theme: GraphTheme;
  onFilter: (filter: CanvasFilter) => void;
}) => {
  const { t } = useTranslation('graph');
  const { t: common } = useTranslation();
  const { labels, types } = legendCounts(canvas);
  const { filter } = canvas;
  const filtered = filter.labels.size + filter.types.size > 0;
  return (
    <div className="legend">
      <h3>{t('legendNodes')}</h3>
      <ul>
        {labels.map(({ label, count, on }) => (
          <Row
            key={label}
            on={on}
            count={count}
            name={common(`label.${label}`)}
            onToggle={() => onFilter({ ...filter, labels: toggled(filter.labels, label) })}
          >
            <KindIcon label={label} />
          </Row>
        ))}
      </ul>
      <h3>{t('legendEdges')}</h3>
      <ul>
        {types.map(({ type, count, on }) => (
          <Row
            key={type}
            on={on}
            count={count}
            name={common(`relation.${type}`)}
            onToggle={() => onFilter({ ...filter, types: toggled(filter.types, type) })}
          >
            <svg width="16" height="16" aria-hidden="true">
              <path d="M1 8H11" stroke={theme.edges[type]} strokeWidth="2" />
              <path d="M10 4.5L15 8L10 11.5Z" fill={theme.edges[type]} />
            </svg>
          </Row>
        ))}
      </ul>
      <p className="legend-note">
        <KindIcon label="Law" hollow />
        {t('legendHollow')}
      </p>
      {filtered ? (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => onFilter({ labels: new Set(), types: new Set() })}
        >
          {t('legendAll')}
        </button>
      ) : null}
    </div>
  );
};
