/** Walks the clauses of a document in order: which are duties, who bears them, what modal governs them, where they end. */
import type { Modality } from '#model/entities.ts';
import type { Block } from '../clauses/outline.ts';
import { splitSegments } from '../clauses/segments.ts';
import { causedActor } from './caused.ts';
import { type Clause, readClause } from './clause.ts';
import type { Draft } from './draft.ts';
import { CARRY, MAY, MUST, MUST_NOT, OPERATIVE } from './lexicon.ts';
import { isHeader, type ListHeader, readHeader } from './list-header.ts';
import { modalityOf, modalityOfModal } from './modality.ts';
import { continuesObject } from './objects.ts';
import type { Reader } from './reading.ts';
import { isOperative, isResult } from './result.ts';
import { isBackground, isDescription } from './sentence.ts';
import type { Style } from './style.ts';
import { bearerText, type Organs } from './subject.ts';

type Span = { readonly start: number; readonly end: number };
interface Bearer {
  readonly name: string | null;
  readonly span: Span | null;
}
const NOBODY: Bearer = { name: null, span: null };
/** Shorter segments without a modal of their own are slogans: 诚实守信. */
const MIN_LENGTH = 5;

interface SentenceState {
  /** Modality of the governing modal, null before one. */
  modality: Modality | null;
  /** A bare verb phrase counts: a modal or a duty went before, or the style orders by bare verbs. */
  active: boolean;
  /** An actor was named in a segment without a modal: the next bare verb phrase is what it does. */
  subjectOpen: boolean;
  bearer: Bearer | null;
  /** Whom a 督促 of this sentence puts to work. */
  caused: Bearer | null;
  /** Background or description: only clauses with a modal count. */
  described: boolean;
  skip: boolean;
}

/** A modal or a fronted object whose verb has not come yet. */
interface Pending {
  readonly clause: Clause;
  readonly start: number;
  /** 对…, without a modal of its own. */
  readonly fronted: boolean;
  readonly rule: string;
}

export class DutyChain {
  readonly #reader: Reader;
  readonly #organs: Organs;
  readonly #style: Style;
  readonly #drafts: Draft[] = [];
  #item: Bearer = NOBODY;
  #main: Bearer | null;
  #list: ListHeader | null = null;

  constructor(reader: Reader, organs: Organs, style: Style, main: Bearer | null) {
    this.#reader = reader;
    this.#organs = organs;
    this.#style = style;
    this.#main = main;
    this.#item = main ?? NOBODY;
  }

  drafts(): readonly Draft[] {
    return this.#drafts;
  }

  block(block: Block): void {
    if (block.opensItem && !block.listItem) {
      const addressed = this.#style.imperative || this.#style.report;
      if (!this.#style.report) this.#item = addressed ? (this.#main ?? NOBODY) : NOBODY;
    }
    if (!block.listItem) this.#list = null;
    if (block.heading || block.end <= block.start) return;
    const { text } = this.#reader;
    if (block.listItem && OTHER_ITEM.test(text.slice(block.start, block.start + 24))) return;
    const clauses = splitSegments(text, block.start, block.end).map((segment) =>
      readClause(this.#reader, this.#organs, segment),
    );
    const prohibited = block.listItem && this.#list?.modality === 'must_not';
    this.#walk(block, prohibited ? clauses.map(asProhibited) : clauses);
  }

  #walk(block: Block, clauses: readonly Clause[]): void {
    const follows = operativeAfter(this.#reader, clauses);
    let sentence = this.#open(block, clauses, 0, false);
    let pending: Pending | null = null;
    let reported = false;
    let precededInUnit = false;
    clauses.forEach((clause, index) => {
      if (clause.segment.opensUnit || clause.modal !== null) {
        this.#settle(pending, sentence);
        if (pending?.fronted !== true || clause.segment.opensUnit) pending = null;
      }
      if (index > 0 && clause.segment.opensSentence) {
        sentence = this.#open(block, clauses, index, reported);
      }
      if (clause.segment.opensUnit) precededInUnit = false;
      if (clause.report) {
        reported = true;
        sentence.active = true;
        sentence.described = false;
      }
      if (clause.quoted) sentence.skip = true;
      if (sentence.skip) return;
      this.#name(clause, sentence, clauses[index + 1]);
      if (this.#isListHeader(clause, clauses, index, sentence)) return;
      const last = this.#drafts.at(-1);
      if (last !== undefined && continuesObject(this.#reader, this.#organs, clauses, index, last)) {
        last.end = clause.end;
        last.lastSegment = clause.segment.start;
        return;
      }
      if (clause.modal !== null) {
        sentence.modality = modalityOfModal(clause.modal.classes);
        sentence.caused = null;
        if (clause.kind !== 'condition') sentence.active = true;
      }
      if (clause.kind === 'fronted' || (clause.kind === 'adjunct' && clause.modal !== null)) {
        pending = {
          clause,
          start: clause.spanStart,
          fronted: clause.modal === null,
          rule: clause.modal === null ? 'duty.fronted' : 'duty.modal_adjunct',
        };
        return;
      }
      if (clause.kind !== 'verb' || !this.#counts(clause, clauses, index, sentence)) return;
      if (isResult(this.#reader, clause, follows[index] === true, precededInUnit || sentence.modality !== null)) return;
      this.#add(clause, sentence, pending);
      pending = null;
      precededInUnit = true;
      sentence.active = true;
    });
    this.#settle(pending, sentence);
  }

  /** A modal whose verb never came governs its own segment: 应当经X同意. */
  #settle(pending: Pending | null, sentence: SentenceState): void {
    if (pending === null || pending.fronted || sentence.skip) return;
    const { clause } = pending;
    if (clause.end - pending.start >= MIN_LENGTH && !isMaxim(this.#style, clause)) this.#add(clause, sentence, null);
  }

  #open(block: Block, clauses: readonly Clause[], index: number, reported: boolean): SentenceState {
    const list = block.listItem ? this.#list : null;
    const from = clauses[index]?.segment.start ?? block.start;
    let to = from;
    for (let i = index; i < clauses.length && (i === index || clauses[i]?.segment.opensSentence !== true); i++)
      to = clauses[i]?.end ?? to;
    const words = this.#reader.text.slice(from, to);
    return {
      modality: list?.modality ?? null,
      active: list?.modality != null || this.#style.imperative || (this.#style.report && reported),
      subjectOpen: false,
      bearer: list === null || list.bearer === null ? null : { name: list.bearer, span: null },
      caused: null,
      described: (this.#style.imperative || this.#style.report) && isDescription(words),
      skip: isBackground(words) || (list !== null && list.modality === null),
    };
  }

  /** Takes note of who is named as the actor, duty or not. */
  #name(clause: Clause, sentence: SentenceState, next: Clause | undefined): void {
    const { text } = this.#reader;
    const { subject, agent } = clause;
    if (subject !== null) {
      const span = subject.actor ? subject : subject.owner;
      const name = span === null ? null : bearerText(text, span.start, span.end);
      if (name === '其') return;
      const bearer = { name: resolved(name), span };
      sentence.bearer = bearer;
      sentence.caused = null;
      if (subject.actor) {
        this.#item = bearer;
        sentence.subjectOpen = !this.#style.report;
      }
    } else if (clause.activity || isTopic(clause, next)) sentence.bearer = NOBODY;
    if (agent !== null) sentence.bearer = { name: resolved(bearerText(text, agent.start, agent.end)), span: agent };
  }

  #isListHeader(clause: Clause, clauses: readonly Clause[], index: number, sentence: SentenceState): boolean {
    const { text } = this.#reader;
    const { segment } = clause;
    const words = text.slice(segment.start, segment.end);
    if (!isHeader(words, segment.mark, index === clauses.length - 1 || opensList(clauses, index))) return false;
    const modality = modalityOf(clause, sentence.modality);
    const first = clauses[Math.max(0, index - 3)]?.segment.start ?? segment.start;
    const bearer = sentence.bearer ?? this.#item;
    this.#list = readHeader(
      text.slice(first, segment.end),
      words,
      modality,
      bearer.name,
      clause.modal !== null || sentence.modality !== null,
    );
    return true;
  }

  /** Whether a clause with a verb is a norm here. */
  #counts(clause: Clause, clauses: readonly Clause[], index: number, sentence: SentenceState): boolean {
    if (clause.modal !== null) return !isMaxim(this.#style, clause);
    if (sentence.described || clause.end - clause.spanStart < MIN_LENGTH) return false;
    if (isPremise(this.#style, clauses, index, sentence)) {
      if (clause.subject === null && !this.#style.imperative) sentence.bearer ??= NOBODY;
      return false;
    }
    if (clause.agent !== null) return !this.#style.report || sentence.active;
    if (clause.subject !== null) {
      if (!clause.subject.actor) return false;
      return !this.#style.report || sentence.active;
    }
    return sentence.active || sentence.subjectOpen;
  }

  #add(clause: Clause, sentence: SentenceState, pending: Pending | null): void {
    const joined = pending !== null && clause.modal === null && !pending.fronted && clause.subject === null;
    const fronted = pending?.fronted === true && !clause.hasObject && clause.subject === null;
    const start = pending !== null && (joined || fronted) ? pending.start : clause.spanStart;
    const bearer = this.#bearerOf(clause, sentence);
    const { text } = this.#reader;
    this.#drafts.push({
      start,
      end: clause.end,
      modality: modalityOf(clause, sentence.modality),
      bearer: bearer.name,
      bearerSpan: bearer.span,
      verb: clause.verbAt < 0 ? '' : text.slice(clause.verbAt, clause.verbEnd),
      lastSegment: clause.segment.start,
      rule: pending !== null && start === pending.start ? pending.rule : ruleOf(clause),
    });
    if (this.#main === null) this.#main = bearer;
    if ((clause.verbClasses & CARRY) !== 0) {
      const actor = causedActor(this.#reader, this.#organs, clause.verbEnd, clause.end);
      sentence.caused = actor === null ? null : { name: bearerText(text, actor.start, actor.end), span: actor };
    } else if (clause.modal !== null || clause.subject !== null) sentence.caused = null;
  }

  /** 禁止, 不允许 and the like take the actor as their object; 不得 does not. */
  #forbids(clause: Clause): boolean {
    const { modal } = clause;
    return modal !== null && /禁|允|准|许/.test(this.#reader.text.slice(modal.start, modal.end));
  }

  #bearerOf(clause: Clause, sentence: SentenceState): Bearer {
    if (
      clause.modal !== null &&
      (clause.modal.classes & MUST_NOT) !== 0 &&
      clause.subject === null &&
      this.#forbids(clause)
    ) {
      const actor = causedActor(this.#reader, this.#organs, clause.modal.end, clause.end);
      if (actor !== null) return { name: bearerText(this.#reader.text, actor.start, actor.end), span: actor };
    }
    if (clause.modal === null && clause.subject === null && sentence.caused !== null) return sentence.caused;
    return sentence.bearer ?? this.#item;
  }
}

/** The sentence ends in a colon, some segments on: 履行下列义务，保障…：. */
const opensList = (clauses: readonly Clause[], index: number): boolean => {
  for (let i = index + 1; i < clauses.length; i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensSentence) return false;
    if (next.segment.mark === '：' || next.segment.mark === ':') return true;
  }
  return false;
};

/** 其他职权, 法律、行政法规规定的其他义务: names no act. */
const OTHER_ITEM = /^(?:其他|(?:法律|行政法规|国务院|国家)[^，。；]{0,16}规定的其他|有关法律)/;

/** A thing named before the comma is the subject: 网络产品和服务，不得…. */
const isTopic = (clause: Clause, next: Clause | undefined): boolean =>
  clause.kind === 'fragment' &&
  clause.segment.opensUnit &&
  next !== undefined &&
  !next.segment.opensUnit &&
  next.modal !== null &&
  next.subject === null &&
  next.spanStart === next.start;

/** In a list of prohibitions 允许 is what is prohibited. */
const asProhibited = (clause: Clause): Clause =>
  clause.modal === null || (clause.modal.classes & MAY) === 0
    ? clause
    : {
        ...clause,
        modal: null,
        kind: 'verb',
        verbAt: clause.modal.start,
        verbEnd: clause.modal.end,
        verbClasses: OPERATIVE,
      };

/** 保护生态环境必须依靠制度: what holds of an activity in a policy text is a maxim. */
const isMaxim = (style: Style, clause: Clause): boolean =>
  style.imperative && clause.activity && clause.segment.opensSentence;

/** Anaphora: a standing committee named alone is that of the people's congress. */
const resolved = (name: string | null): string | null =>
  name !== null && /^(?:常委会|常务委员会)$/.test(name) ? '人大常委会' : name;

const ruleOf = (clause: Clause): string => {
  if (clause.agent !== null) return 'duty.agent';
  if (clause.modal !== null) return 'duty.modal';
  return clause.subject !== null ? 'duty.indicative' : 'duty.chain';
};

/**
 * Clauses without a modal whose sentence goes on with one are what the norm is about, no norm:
 * 维护数据安全，应当…; 人民检察院办理案件，可以…. In texts that order by bare verbs only the first clause can be that.
 */
const isPremise = (style: Style, clauses: readonly Clause[], index: number, sentence: SentenceState): boolean => {
  if (sentence.modality !== null || (sentence.active && !style.imperative)) return false;
  const opens = clauses[index]?.segment.opensSentence === true;
  if (style.imperative && !opens) return false;
  if (clauses[index]?.agent != null) return false;
  for (let i = index + 1; i < clauses.length; i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensUnit || next.subject?.actor === true || next.agent !== null)
      return false;
    if (next.kind === 'condition') continue;
    if (next.modal !== null) return (next.modal.classes & (MUST | MAY)) !== 0 && next.spanStart === next.start;
    if (style.imperative && next.kind === 'verb') return false;
  }
  return false;
};

/** Per clause, whether an operative one follows in its unit. */
const operativeAfter = (reader: Reader, clauses: readonly Clause[]): boolean[] => {
  const follows: boolean[] = [];
  let seen = false;
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i];
    follows[i] = seen;
    if (clause === undefined) continue;
    if (isOperative(reader, clause)) seen = true;
    if (clause.segment.opensUnit) seen = false;
  }
  return follows;
};
