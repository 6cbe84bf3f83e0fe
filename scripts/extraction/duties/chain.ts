/** Walks the clauses of a document in order: which are duties, who bears them, what modal governs them, where they end. */
import type { Block } from '../clauses/outline.ts';
import { indexWithin } from '../clauses/scan.ts';
import { splitSegments } from '../clauses/segments.ts';
import { actsInstead, bearerOf, joinsBefore, topicOwner } from './bearer.ts';
import {
  asProhibited,
  headingLength,
  joinsFronted,
  meansAside,
  OTHER_ITEM,
  opensList,
  operativeAfter,
  startsAnew,
} from './blocks.ts';
import { causedActor } from './caused.ts';
import type { Clause } from './clause.ts';
import { type Draft, ruleOf } from './draft.ts';
import { CARRY, CAUSATIVE } from './lexicon.ts';
import { isHeader, type ListHeader, opensContents, readHeader } from './list-header.ts';
import { afterUnit, modalityOf, modalityOfModal } from './modality.ts';
import { isNorm, MIN_LENGTH } from './norm.ts';
import { continuesObject } from './objects.ts';
import type { Organs } from './organ-table.ts';
import { objectAfter } from './own-object.ts';
import { isMaxim, isTopic } from './premise.ts';
import { readClause } from './read-clause.ts';
import type { Reader } from './reading.ts';
import { isResult } from './result.ts';
import { isBackground, isDescription } from './sentence.ts';
import { settingBefore, settingOf } from './setting.ts';
import { type Bearer, NOBODY, resolved, type SentenceState } from './state.ts';
import type { Style } from './style.ts';
import { bearerText } from './subject.ts';

/** What a sentence is shows in its first lines. */
const MAX_SENTENCE = 1000;

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
  /** Bearer of the first duty; before it, whom the title is about. */
  #main: Bearer | null;
  readonly #title: Bearer;
  #list: ListHeader | null = null;

  constructor(reader: Reader, organs: Organs, style: Style, main: Bearer | null) {
    this.#reader = reader;
    this.#organs = organs;
    this.#style = style;
    this.#main = null;
    const addressed = style.imperative || style.report;
    this.#item = addressed ? (main ?? NOBODY) : NOBODY;
    this.#title = this.#item;
  }

  drafts(): readonly Draft[] {
    return this.#drafts;
  }

  block(block: Block): void {
    if (block.opensItem && !block.listItem) {
      const addressed = this.#style.imperative || this.#style.report;
      if (!this.#style.report) this.#item = addressed ? (this.#main ?? this.#title) : NOBODY;
    }
    if (!block.listItem) this.#list = null;
    if (block.heading || block.end <= block.start) return;
    const { text } = this.#reader;
    if (block.listItem && OTHER_ITEM.test(text.slice(block.start, block.start + 24))) return;
    const clauses = splitSegments(text, block.start, block.end).map((segment) =>
      readClause(this.#reader, this.#organs, segment),
    );
    meansAside(text, clauses);
    if (block.numbered && this.#style.imperative) clauses.splice(0, headingLength(clauses));
    const prohibited = block.listItem && this.#list?.modality === 'must_not';
    this.#walk(block, prohibited ? clauses.map(asProhibited) : clauses);
  }

  #walk(block: Block, clauses: readonly Clause[]): void {
    const { text } = this.#reader;
    let follows: readonly boolean[] | null = null;
    const isFollowed = (index: number): boolean => {
      follows ??= operativeAfter(this.#reader, clauses);
      return follows[index] === true;
    };
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
      if (clause.segment.opensUnit) {
        precededInUnit = false;
        if (sentence.unitConditional && startsAnew(clause)) sentence.modality = sentence.unitModality;
        if (index > 0) sentence.modality = afterUnit(sentence.modality, this.#list?.modality ?? null);
        sentence.unitModality = sentence.modality;
        sentence.unitConditional = false;
      }
      if (clause.kind === 'condition') sentence.unitConditional = true;
      if (clause.report) {
        reported = true;
        sentence.active = true;
      }
      if (clause.quoted) sentence.skip = true;
      if (sentence.skip) return;
      this.#name(clauses, index, sentence);
      if (this.#isListHeader(clause, clauses, index, sentence)) {
        pending = null;
        return;
      }
      if (pending?.fronted === true && joinsFronted(text, clause)) return;
      const last = this.#drafts.at(-1);
      if (last !== undefined && continuesObject(this.#reader, this.#organs, clauses, index, last)) {
        last.end = clause.end;
        last.lastSegment = clause.segment.start;
        return;
      }
      if (clause.modal !== null) {
        sentence.modality = modalityOfModal(clause.modal.classes);
        sentence.governed = true;
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
      if (clause.kind !== 'verb' || !this.#counts(clauses, index, sentence)) {
        sentence.setting = settingOf(this.#reader, clause) ?? sentence.setting;
        return;
      }
      sentence.setting = settingBefore(this.#reader, this.#organs.endFrom(clause.start), clause) ?? sentence.setting;
      const preceded = precededInUnit || sentence.modality !== null;
      if (isResult(this.#reader, clause, preceded, () => isFollowed(index))) return;
      this.#add(clause, sentence, pending);
      this.#openList(clause, index === clauses.length - 1, sentence);
      pending = null;
      precededInUnit = true;
      sentence.active = true;
    });
    this.#settle(pending, sentence);
  }

  /** 加强统一领导：（一）…: items after the colon say how. */
  #openList({ segment }: Clause, last: boolean, sentence: SentenceState): void {
    const duty = this.#drafts.at(-1);
    if (!last || (segment.mark !== '：' && segment.mark !== ':') || this.#list !== null || duty === undefined) return;
    this.#list = {
      modality: sentence.modality ?? 'must',
      bearer: duty.bearer,
      governed: sentence.modality !== null && sentence.governed,
      cases: false,
    };
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
    const words = this.#reader.text.slice(from, Math.min(to, from + MAX_SENTENCE));
    return {
      modality: list?.modality ?? null,
      governed: list?.governed ?? true,
      unitModality: list?.modality ?? null,
      unitConditional: false,
      active: list?.modality != null || this.#style.imperative || (this.#style.report && reported),
      subjectOpen: false,
      conditional: false,
      before: null,
      bearer: list === null || list.bearer === null ? null : { name: list.bearer, span: null },
      ofItem: list !== null && list.bearer !== null,
      caused: null,
      setting: null,
      described: (this.#style.imperative || this.#style.report) && isDescription(words),
      skip: isBackground(words) || (list !== null && list.modality === null),
    };
  }

  /** Takes note of who is named as the actor, duty or not. */
  #name(clauses: readonly Clause[], index: number, sentence: SentenceState): void {
    const clause = clauses[index];
    if (clause === undefined) return;
    const { text } = this.#reader;
    const { agent } = clause;
    const topic = clause.subject === null && isTopic(clause, clauses[index + 1]);
    const subject = topic ? topicOwner(this.#reader, this.#organs, clause) : clause.subject;
    if (subject !== null) {
      const span = subject.actor ? subject : subject.owner;
      const from = joinsBefore(this.#reader, this.#organs, clauses[index - 1], clause)
        ? clauses[index - 1]?.start
        : undefined;
      const name = span === null ? null : bearerText(text, from ?? span.start, span.end);
      if (name === '其') return;
      const bearer = resolved({ name, span }, sentence.bearer ?? this.#item);
      if (clause.kind === 'condition' && sentence.ofItem) return;
      sentence.before = actsInstead(this.#reader, this.#organs, clause, bearer, this.#item);
      sentence.bearer = bearer;
      sentence.caused = null;
      sentence.conditional = clause.kind === 'condition';
      if (subject.actor && !topic) {
        this.#item = bearer;
        sentence.subjectOpen = !this.#style.report;
      }
    } else if (clause.activity || topic) sentence.bearer = NOBODY;
    if (agent !== null) {
      sentence.conditional = false;
      const named = { name: bearerText(text, agent.start, agent.end), span: agent };
      sentence.bearer = resolved(named, sentence.bearer ?? this.#item);
    }
  }

  #isListHeader(clause: Clause, clauses: readonly Clause[], index: number, sentence: SentenceState): boolean {
    const { text } = this.#reader;
    const { segment } = clause;
    if (index === clauses.length - 1 && opensContents(clause, text)) {
      this.#list = { modality: null, bearer: null, governed: false, cases: false };
      return true;
    }
    if (indexWithin(text, '下', segment.start, segment.end) < 0) return false;
    const words = text.slice(segment.start, segment.end);
    if (!isHeader(words, segment.mark, index === clauses.length - 1 || opensList(clauses, index))) return false;
    const modality = modalityOf(clause, sentence.modality, sentence.governed);
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

  #counts(clauses: readonly Clause[], index: number, sentence: SentenceState): boolean {
    return isNorm(this.#reader, this.#organs, this.#style, clauses, index, sentence, this.#item);
  }

  #add(clause: Clause, sentence: SentenceState, pending: Pending | null): void {
    const joined = pending !== null && clause.modal === null && !pending.fronted && clause.subject === null;
    const fronted =
      pending?.fronted === true &&
      clause.subject === null &&
      clause.agent === null &&
      !objectAfter(this.#reader, clause.verbAt, clause.end);
    const start = pending !== null && (joined || fronted) ? pending.start : clause.spanStart;
    const bearer = bearerOf(this.#reader, this.#organs, clause, sentence) ?? this.#item;
    const { text } = this.#reader;
    this.#drafts.push({
      start,
      end: clause.end,
      modality: modalityOf(clause, sentence.modality, sentence.governed),
      bearer: bearer.name,
      bearerSpan: bearer.span,
      verb: clause.verbAt < 0 ? '' : text.slice(clause.verbAt, clause.verbEnd),
      setting: sentence.setting,
      lastSegment: clause.segment.start,
      rule: pending !== null && start === pending.start ? pending.rule : ruleOf(clause),
    });
    if (this.#main === null) this.#main = bearer;
    if ((clause.verbClasses & CARRY) !== 0) {
      const actor = causedActor(this.#reader, this.#organs, clause.verbEnd, clause.end);
      sentence.caused = actor === null ? null : { name: bearerText(text, actor.start, actor.end), span: actor };
    } else if (clause.modal !== null || clause.subject !== null || (clause.verbClasses & CAUSATIVE) !== 0)
      sentence.caused = null;
  }
}
