/** What one document brings to the graph: the unit of writing, replacing and removing. */
import { z } from 'zod';
import { GraphNode } from './entities.ts';
import { GraphRelation } from './relations.ts';

/** A passage that did not parse or needed a repair, as the import report lists it. */
export const Finding = z.object({
  kind: z.enum(['repaired', 'not_parsed', 'not_resolved', 'warning']),
  /** Stable code, `structure.blank_in_heading` and the like. */
  code: z.string(),
  message: z.string(),
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const GraphFragment = z.object({
  documentId: z.string(),
  /** Raw decoded text of the primary source between the document's start and end there. */
  text: z.string(),
  /** Where `text` begins in the decoded source; evidence offsets minus this index into `text`. */
  textOffset: z.int().nonnegative(),
  nodes: z.array(GraphNode),
  relations: z.array(GraphRelation),
  findings: z.array(Finding),
  /** Canonical titles this document names: when what is held of one changes, the document is resolved again. */
  namedLaws: z.array(z.string()),
});
export type GraphFragment = z.infer<typeof GraphFragment>;
