/** What an import did, file by file, for a person and for a program. */
import type { Finding, GraphFragment } from '#model/graph.ts';
import type { ImportFileReport, ImportReport } from '#model/wire/console.ts';
import type { Counts } from './writer-port.ts';

type Outcome = ImportFileReport['outcome'];

/** How far an import is. `rows` counts nodes and relationships written. */
export interface Progress {
  readonly phase: 'scan' | 'write' | 'settle';
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

export interface DocumentFindings {
  readonly path: string;
  readonly documentId: string;
  readonly findings: readonly Finding[];
}

/** The report of the wire, and what only the command shows. */
export interface ImportOutcome extends ImportReport {
  /** What this import wrote, by label, type and reason; `nodes`, `relationships` and `reasons` count the whole store. */
  readonly written: Counts;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Stored earlier, not found now, kept: removed on request only. */
  readonly missing: readonly string[];
  readonly skipped: number;
  readonly findings: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Stopped before its end; running it again completes it. */
  readonly interrupted: boolean;
}

const add = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

interface Entry {
  readonly path: string;
  outcome: Outcome;
  documents: { id: string; label: 'Document'; name: string }[];
  message: string | null;
  findings: number;
}

export class ReportBuilder {
  readonly #files = new Map<string, Entry>();
  readonly #written: Counts = { nodes: {}, relationships: {}, reasons: {} };
  readonly #findings: Record<string, number> = {};
  rows = 0;

  file(shown: string, outcome: Outcome, message: string | null = null): void {
    const entry = this.#files.get(shown);
    if (entry === undefined) this.#files.set(shown, { path: shown, outcome, documents: [], message, findings: 0 });
    else {
      entry.outcome = outcome;
      entry.message = message ?? entry.message;
    }
  }

  fragment(shown: string, { documentId, nodes, relations, findings }: GraphFragment, title: string): void {
    for (const node of nodes) add(this.#written.nodes, node.label);
    for (const relation of relations) {
      add(this.#written.relationships, relation.type);
      const reason = relation.citation?.reason;
      if (reason !== undefined && reason !== null) add(this.#written.reasons, reason);
    }
    for (const { kind, code } of findings) add(this.#findings, `${kind} ${code}`);
    this.rows += nodes.length + relations.length;
    const entry = this.#files.get(shown);
    entry?.documents.push({ id: documentId, label: 'Document', name: title });
    if (entry !== undefined) entry.findings += findings.length;
  }

  build(extra: {
    store: Counts | null;
    missing: readonly string[];
    skipped: number;
    bytes: number;
    ms: number;
    interrupted: boolean;
  }): ImportOutcome {
    const files = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const count = (outcome: Outcome): number => files.filter((file) => file.outcome === outcome).length;
    return {
      files,
      ...(extra.store ?? this.#written),
      ms: extra.ms,
      written: this.#written,
      outcomes: {
        imported: count('imported'),
        unchanged: count('unchanged'),
        replaced: count('replaced'),
        duplicate: count('duplicate'),
        failed: count('failed'),
        removed: count('removed'),
      },
      missing: extra.missing,
      skipped: extra.skipped,
      findings: this.#findings,
      bytes: extra.bytes,
      interrupted: extra.interrupted,
    };
  }
}
