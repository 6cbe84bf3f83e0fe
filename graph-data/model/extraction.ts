/** The lines `npm run -s extract` writes, one JSON object each. This shape is a contract: other programs read it. */
import { z } from 'zod';
import { Modality } from './entities.ts';
import { CitationType, Reason } from './relations.ts';

const span = {
  file: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string(),
};
const OneOrMore = z.union([z.int().positive(), z.array(z.int().positive())]).nullable();

export const CitationLine = z.object({
  kind: z.literal('citation'),
  ...span,
  type: CitationType,
  /** Canonical title, without outer 《》 and a leading 中华人民共和国. */
  target: z.string(),
  /** In text order, each once: `21`, `286之1`. */
  articles: z.array(z.string()),
  paragraph: OneOrMore,
  item: OneOrMore,
  range: z.tuple([z.string(), z.string()]).optional(),
  /** Id of what it resolves to, null with a reason. */
  resolved: z.string().nullable(),
  reason: Reason.optional(),
});
export const DutyLine = z.object({
  kind: z.literal('duty'),
  ...span,
  modality: Modality,
  bearer: z.string().nullable(),
  functions: z.array(z.string()),
  laws: z.array(z.string()),
  aspect: z.string().nullable(),
});
export const ENTITY_TYPES = ['function', 'organ', 'law', 'aspect', 'crime'] as const;
export const EntityLine = z.object({
  kind: z.literal('entity'),
  ...span,
  type: z.enum(ENTITY_TYPES),
  canonical: z.union([z.string(), z.array(z.string())]),
});
export const ExtractionLine = z.discriminatedUnion('kind', [CitationLine, DutyLine, EntityLine]);
export type CitationLine = z.infer<typeof CitationLine>;
export type DutyLine = z.infer<typeof DutyLine>;
export type EntityLine = z.infer<typeof EntityLine>;
export type ExtractionLine = z.infer<typeof ExtractionLine>;
