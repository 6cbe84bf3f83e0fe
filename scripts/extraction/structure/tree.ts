/** Builds the list of structural units: opens, nests and closes them, and keeps every path unique. */
import type { ProvisionLevel } from '#model/entities.ts';
import { pathStep } from '#model/ids.ts';
import type { StructureUnit } from '#model/structure.ts';

interface OpenUnit {
  level: ProvisionLevel;
  number: string | null;
  printed: string;
  path: string;
  parent: number;
  start: number;
  end: number;
  textStart: number;
  /** Depth in the hierarchy; a new unit closes every open one that is as deep or deeper. */
  depth: number;
}

/** Depth of each level; a 分编 is a part one step deeper. */
const DEPTH: Readonly<Record<ProvisionLevel, number>> = {
  part: 0,
  chapter: 2,
  section: 3,
  article: 4,
  paragraph: 5,
  block: 5,
  item: 6,
  subitem: 7,
};
export const SUBPART_DEPTH = 1;

/** Levels whose path starts anew instead of continuing the container's: chapters are not in article ids. */
const ROOTED: ReadonlySet<ProvisionLevel> = new Set(['article', 'block']);

export interface UnitInput {
  readonly level: ProvisionLevel;
  readonly number: string | null;
  /** What the path counts by when the unit has no number. */
  readonly key?: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
  readonly textStart: number;
  readonly depth?: number;
}

export class UnitTree {
  readonly #units: OpenUnit[] = [];
  readonly #open: number[] = [];
  /** How often each path was wanted. */
  readonly #paths = new Map<string, number>();

  /** Opens a unit under the nearest shallower one. Returns whether its path had to be made unique. */
  add(input: UnitInput): { duplicate: boolean } {
    const depth = input.depth ?? DEPTH[input.level];
    this.#closeTo(depth);
    const parent = this.#open.at(-1) ?? -1;
    const step = pathStep(input.level, input.number ?? input.key ?? '0');
    const container = this.#units[parent];
    const wanted = container === undefined || ROOTED.has(input.level) ? step : `${container.path}/${step}`;
    const path = this.#unique(wanted);
    this.#open.push(this.#units.length);
    this.#units.push({
      level: input.level,
      number: input.number,
      printed: input.printed,
      path,
      parent,
      start: input.start,
      end: input.end,
      textStart: input.textStart,
      depth,
    });
    return { duplicate: path !== wanted };
  }

  /** Stretches every open unit to `end`: the line belongs to all of them. */
  extend(end: number): void {
    for (const index of this.#open) {
      const unit = this.#units[index];
      if (unit !== undefined && unit.end < end) unit.end = end;
    }
  }

  /** Closes open units as deep as `level` or deeper. */
  close(level: ProvisionLevel): void {
    this.#closeTo(DEPTH[level]);
  }

  /** Lengthens the heading that is open to `end`, on its printed form too. */
  continueHeading(text: string, end: number): void {
    const unit = this.#units[this.#open.at(-1) ?? -1];
    if (unit === undefined) return;
    unit.printed = text.slice(unit.start, end).replace(/\n/g, ' ');
    this.extend(end);
  }

  /** Whether an item is open whose printed number passes the test. */
  isOpenItem(test: (printed: string) => boolean): boolean {
    return this.#open.some((index) => {
      const unit = this.#units[index];
      return unit?.level === 'item' && test(unit.printed);
    });
  }

  /** Number of the 项 that is open, null when none is. */
  openItem(): number | null {
    const index = this.#open.find((at) => this.#units[at]?.level === 'item');
    return index === undefined ? null : Number(this.#units[index]?.number);
  }

  /** The innermost open unit. */
  current(): Readonly<{ level: ProvisionLevel }> | undefined {
    return this.#units[this.#open.at(-1) ?? -1];
  }

  isOpen(level: ProvisionLevel): boolean {
    return this.#open.some((index) => this.#units[index]?.level === level);
  }

  finish(): StructureUnit[] {
    // Written out: taking the depth off by a rest pattern costs as much as all the splitting.
    return this.#units.map((unit) => ({
      level: unit.level,
      number: unit.number,
      printed: unit.printed,
      path: unit.path,
      parent: unit.parent,
      start: unit.start,
      end: unit.end,
      textStart: unit.textStart,
    }));
  }

  #closeTo(depth: number): void {
    for (;;) {
      const index = this.#open.at(-1);
      if (index === undefined || (this.#units[index]?.depth ?? 0) < depth) return;
      this.#open.pop();
    }
  }

  #unique(wanted: string): string {
    const before = this.#paths.get(wanted) ?? 0;
    this.#paths.set(wanted, before + 1);
    if (before === 0) return wanted;
    // `art_2~2` cannot be wanted by itself: numbers hold no tilde.
    return `${wanted}~${before + 1}`;
  }
}
