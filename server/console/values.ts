/** Driver values as the JSON of the console's answer, within a budget: one cell can hold ten million values. */
import {
  isDate,
  isDateTime,
  isDuration,
  isInt,
  isLocalDateTime,
  isLocalTime,
  isNode,
  isPath,
  isPoint,
  isRelationship,
  isTime,
  type Node,
  type Path,
  type Relationship,
} from 'neo4j-driver';
import type { JsonValue } from '#model/wire/common.ts';

export const CELL_LIMITS = { textChars: 20_000, cellBytes: 250_000 } as const;

/** Converts the cells of one row after another and remembers whether something was cut. */
export interface CellWriter {
  cell(value: unknown): JsonValue;
  /** About how many bytes of JSON the last cell takes. */
  readonly bytes: number;
  /** Gives relationships the ids of the nodes they join, which may stand in a later row. */
  finish(): void;
  readonly cut: boolean;
}

export function createCellWriter(limits: { textChars: number; cellBytes: number } = CELL_LIMITS): CellWriter {
  let left = 0;
  let cut = false;
  const ids = new Map<string, string>();
  const relationships: { from: string; to: string }[] = [];

  const text = (value: string): string => {
    const whole = value.toWellFormed();
    const room = Math.max(0, Math.min(limits.textChars, left));
    const kept = whole.length <= room ? whole : `${whole.slice(0, room).toWellFormed()}…`;
    if (kept !== whole) cut = true;
    left -= Buffer.byteLength(kept) + 3;
    return kept;
  };

  const list = (values: Iterable<unknown>): JsonValue[] => {
    const items: JsonValue[] = [];
    for (const value of values) {
      if (left <= 0) {
        cut = true;
        break;
      }
      items.push(convert(value));
    }
    return items;
  };

  /** A name such as `__proto__` is data: it becomes an own key and nothing else. */
  const record = (entries: readonly [string, unknown][]): { [key: string]: JsonValue } => {
    const made: { [key: string]: JsonValue } = Object.create(null);
    for (const [key, value] of entries) {
      if (left <= 0) {
        cut = true;
        break;
      }
      made[text(key)] = convert(value);
    }
    return made;
  };

  const node = (value: Node): JsonValue => {
    ids.set(value.elementId, idOf(value));
    return {
      $type: 'node',
      id: idOf(value),
      labels: value.labels.map(text),
      properties: record(Object.entries(value.properties)),
    };
  };
  const relationship = (value: Relationship): JsonValue => {
    const made = {
      $type: 'relationship',
      id: idOf(value),
      type: text(value.type),
      from: value.startNodeElementId,
      to: value.endNodeElementId,
      properties: record(Object.entries(value.properties)),
    };
    relationships.push(made);
    return made;
  };
  const path = (value: Path): JsonValue => ({
    $type: 'path',
    nodes: [value.start, ...value.segments.map(({ end }) => end)].map(node),
    relationships: value.segments.map((segment) => relationship(segment.relationship)),
  });

  const convert = (value: unknown): JsonValue => {
    left -= 5;
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return text(value);
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
    if (typeof value === 'bigint' || isInt(value)) return integer(BigInt(value.toString()));
    if (Array.isArray(value)) return list(value);
    if (ArrayBuffer.isView(value)) return list(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    if (isNode(value)) return node(value);
    if (isRelationship(value)) return relationship(value);
    if (isPath(value)) return path(value);
    if (isPoint(value))
      return record(Object.entries({ srid: value.srid, x: value.x, y: value.y, z: value.z }).filter(given));
    if (isTemporal(value)) return text(value.toString());
    return typeof value === 'object' ? record(Object.entries(value)) : text(String(value));
  };

  return {
    cell(value) {
      left = limits.cellBytes;
      return convert(value);
    },
    finish() {
      for (const each of relationships) {
        each.from = ids.get(each.from) ?? each.from;
        each.to = ids.get(each.to) ?? each.to;
      }
    },
    get bytes() {
      return limits.cellBytes - left;
    },
    get cut() {
      return cut;
    },
  };
}

const given = (entry: [string, unknown]) => entry[1] !== undefined;

/** Our own id where the graph is ours, else the database's. */
function idOf(entity: Node | Relationship): string {
  const own: unknown = entity.properties['id'];
  return typeof own === 'string' ? own : entity.elementId;
}

const integer = (value: bigint): number | string =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);

function isTemporal(value: object): value is { toString(): string } {
  return (
    isDate(value) ||
    isDateTime(value) ||
    isDuration(value) ||
    isLocalDateTime(value) ||
    isLocalTime(value) ||
    isTime(value)
  );
}
