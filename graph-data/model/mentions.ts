/** What the extraction stages find in one document. Offsets are into the clean text until assembly maps them back. */
import type { Modality, Rank } from './entities.ts';
import type { EntityLine } from './extraction.ts';
import type { CitationType, Reason } from './relations.ts';

/** One unit a citation names, in Arabic: article `286-1`, 款 and 项 counted from 1. */
export interface CitedUnit {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** What the citing sentence does with the law: PROMOTES stands for 推动制定修订 and the like. */
export type CitationRole = 'CITES' | 'PROMOTES' | 'BASED_ON' | 'INTERPRETS' | 'AMENDS' | 'REPEALS';

/** A law named in the text. The span covers the name alone, with its outermost 《》. */
export interface CitationMention {
  readonly start: number;
  readonly end: number;
  /** Name, articles, 款 and 项 together: what is highlighted as evidence. */
  readonly fullEnd: number;
  readonly type: CitationType;
  readonly role: CitationRole;
  /** Canonical title without outer 《》 and a leading 中华人民共和国. */
  readonly target: string;
  /** Articles as written, each once, in text order. */
  readonly articles: readonly string[];
  readonly units: readonly CitedUnit[];
  readonly range: readonly [string, string] | null;
  readonly rule: string;
}

/** Where one cited unit leads. `targetId` is a Law or a Provision; with a reason it is always the Law. */
export interface ResolvedUnit extends CitedUnit {
  readonly targetId: string;
  readonly reason: Reason | null;
}
export interface ResolvedCitation extends CitationMention {
  readonly lawId: string;
  readonly resolved: readonly ResolvedUnit[];
  readonly reason: Reason | null;
}

/** 条 → how many 款 it has, and per 款 how many 项 (index 0 = 第1款). */
export type ArticleShape = readonly number[];

/** One held text of a law, as resolution needs it. Plain data: it crosses threads and is kept in the database. */
export interface InstrumentText {
  readonly title: string;
  readonly documentId: string;
  readonly date: string | null;
  readonly rank: Rank;
  readonly issuer: string | null;
  readonly articles: Readonly<Record<string, ArticleShape>>;
}

export interface EntityMention {
  readonly start: number;
  readonly end: number;
  readonly type: EntityLine['type'];
  /** One surface may name several. */
  readonly canonical: readonly string[];
  readonly rule: string;
}

export interface DutyMention {
  readonly start: number;
  readonly end: number;
  readonly modality: Modality;
  readonly bearer: string | null;
  /** Organs named by the bearer, canonical. */
  readonly bearers: readonly string[];
  readonly functions: readonly string[];
  readonly laws: readonly string[];
  readonly aspect: string | null;
  readonly crimes: readonly string[];
  readonly rule: string;
}
