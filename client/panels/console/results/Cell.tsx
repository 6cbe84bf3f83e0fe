/** One typed cell of the table. */
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nodeAddress } from '#client/state/url.ts';
import { KindDot } from '#client/ui/KindDot.tsx';
import { RelationType } from '#model/relations.ts';
import type { JsonValue } from '#model/wire/common.ts';
import type { CypherNode, CypherRelationship } from '#model/wire/console.ts';
import { graphValue, labelOf, nameOf } from './graph-values.ts';

const LONG = 160;

const NodeChip = ({ node }: { node: CypherNode }) => {
  const label = labelOf(node);
  const name = nameOf(node);
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  if (label === null) {
    return (
      <span className="console-chip" title={name}>
        {node.labels.join(':')} {shown}
      </span>
    );
  }
  return (
    <Link className="console-chip" to={nodeAddress({ id: node.id, label })} title={name}>
      <KindDot label={label} />
      {shown}
    </Link>
  );
};

const RelationshipChip = ({ relationship }: { relationship: CypherRelationship }) => {
  const { t } = useTranslation();
  const known = RelationType.safeParse(relationship.type);
  const quote = relationship.properties['quote'];
  return (
    <span className="console-chip console-chip-relationship" title={typeof quote === 'string' ? quote : undefined}>
      {known.success ? t(`relation.${known.data}`) : relationship.type}
    </span>
  );
};

export const Cell = ({ value }: { value: JsonValue }) => {
  if (value === null) return <span className="console-null">null</span>;
  if (typeof value === 'string') return <span title={value.length > LONG ? value : undefined}>{value}</span>;
  if (typeof value === 'number') return <span className="console-number">{value}</span>;
  if (typeof value === 'boolean') return <span className="console-number">{String(value)}</span>;
  const graph = graphValue(value);
  if (graph?.kind === 'node') return <NodeChip node={graph.node} />;
  if (graph?.kind === 'relationship') return <RelationshipChip relationship={graph.relationship} />;
  if (graph?.kind === 'path') {
    return (
      <span className="console-path">
        {graph.nodes.map((node, index) => (
          <Fragment key={node.id}>
            {index === 0 ? null : <PathStep relationship={graph.relationships[index - 1]} />}
            <NodeChip node={node} />
          </Fragment>
        ))}
      </span>
    );
  }
  if (Array.isArray(value) && value.some((item) => graphValue(item) !== null)) {
    return (
      <span className="console-path">
        {value.slice(0, 20).map((item, index) => (
          <Cell key={keyOf(item, index)} value={item} />
        ))}
        {value.length > 20 ? `… ${value.length}` : null}
      </span>
    );
  }
  return <code className="console-json">{JSON.stringify(value)}</code>;
};

const keyOf = (item: JsonValue, index: number): string => `${index} ${JSON.stringify(item)?.slice(0, 40)}`;

const PathStep = ({ relationship }: { relationship: CypherRelationship | undefined }) =>
  relationship === undefined ? <span aria-hidden="true">—</span> : <RelationshipChip relationship={relationship} />;
