/** Everything the stages found in one document, before it becomes a graph. */
import type { LawNode } from '#model/entities.ts';
import type { DutyMention, EntityMention, ResolvedCitation } from '#model/mentions.ts';
import type { Report } from './report.ts';

export interface DocumentExtraction {
  readonly citations: readonly ResolvedCitation[];
  readonly entities: readonly EntityMention[];
  readonly duties: readonly DutyMention[];
  /** A Law node for every instrument named or reported on. */
  readonly laws: readonly LawNode[];
  readonly report: Report | null;
  /** Common short names of the instrument whose text the document is. */
  readonly ownShortTitles: readonly string[];
}
