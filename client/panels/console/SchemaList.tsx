/** 图的结构: which labels, relationship types and properties this graph has, each a query to begin with. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { KindDot } from '#client/ui/KindDot.tsx';
import { ErrorState, Spinner } from '#client/ui/states.tsx';
import { NODE_LABELS } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import type { CypherSchema } from '#model/wire/console.ts';
import { nodesQuery, propertyQuery, relationshipsQuery } from './starting-queries.ts';

type Label = CypherSchema['labels'][number];
type Type = CypherSchema['relationshipTypes'][number];
type Use = (query: string) => void;

export const SchemaList = ({ onUse }: { onUse: Use }) => {
  const { t } = useTranslation('console');
  const { data, error, isPending, refetch } = useQuery(routeQuery('cypherSchema'));
  if (isPending) return <Spinner />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const ours = NODE_LABELS.flatMap((name) => data.labels.filter((label) => label.name === name));
  // What the store keeps for itself is no part of the graph; a graph of somebody else's is shown as it is.
  const labels = ours.length > 0 ? ours : data.labels;
  const kept = new Set(labels.map(({ name }) => name));
  const types = data.relationshipTypes.filter(({ pairs }) => pairs.every(({ to }) => kept.has(to)));
  return (
    <>
      <p className="muted small">{t('schemaHint')}</p>
      <h2 className="console-schema-head">{t('schemaNodes')}</h2>
      <ul className="console-list">
        {labels.map((label) => (
          <LabelRow key={label.name} label={label} onUse={onUse} />
        ))}
      </ul>
      <h2 className="console-schema-head">{t('schemaRelationships')}</h2>
      <ul className="console-list">
        {types.map((type) => (
          <TypeRow key={type.name} type={type} onUse={onUse} />
        ))}
      </ul>
    </>
  );
};

const LabelRow = ({ label, onUse }: { label: Label; onUse: Use }) => {
  const { t } = useTranslation();
  const known = NODE_LABELS.find((name) => name === label.name);
  return (
    <li className="console-schema">
      <button type="button" onClick={() => onUse(nodesQuery(label.name))}>
        <span className="row">
          {known === undefined ? null : <KindDot label={known} />}
          <strong>{label.name}</strong>
          {known === undefined ? null : <span>{t(`label.${known}`)}</span>}
          <span className="muted tabular">{label.count.toLocaleString()}</span>
        </span>
      </button>
      <Properties names={label.properties} onUse={(name) => onUse(propertyQuery(label.name, name))} />
    </li>
  );
};

const TypeRow = ({ type, onUse }: { type: Type; onUse: Use }) => {
  const { t } = useTranslation();
  const known = RelationType.safeParse(type.name);
  return (
    <li className="console-schema">
      <button type="button" onClick={() => onUse(relationshipsQuery(type.name))}>
        <span className="row">
          <strong>{type.name}</strong>
          {known.success ? <span>{t(`relation.${known.data}`)}</span> : null}
          <span className="muted tabular">{type.count.toLocaleString()}</span>
        </span>
      </button>
      <ul className="console-pairs" aria-label={t('schemaPairs', { ns: 'console', type: type.name })}>
        {type.pairs.map(({ from, to }) => (
          <li key={`${from} ${to}`}>
            <button type="button" onClick={() => onUse(relationshipsQuery(type.name, from, to))}>
              {from} → {to}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
};

const Properties = ({ names, onUse }: { names: readonly string[]; onUse: (name: string) => void }) => {
  const { t } = useTranslation('console');
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{t('schemaProperties', { count: names.length })}</summary>
      <ul className="console-pairs">
        {names.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onUse(name)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
