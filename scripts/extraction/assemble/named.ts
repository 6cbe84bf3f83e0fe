/** Duties, and the organs, functions, aspects and crimes named in the text. */
import type { GraphNode } from '#model/entities.ts';
import { dutyId, lawId, type NamedLabel, namedId } from '#model/ids.ts';
import type { DutyMention, EntityMention } from '#model/mentions.ts';
import { rawSpan } from '../text/clean.ts';
import type { Assembly } from './assembly.ts';

type Put = (node: GraphNode) => void;

const NODE_LABEL: Readonly<Partial<Record<EntityMention['type'], NamedLabel>>> = {
  function: 'Function',
  organ: 'Organ',
  aspect: 'Aspect',
  crime: 'Crime',
};

export const linkEntity = (assembly: Assembly, entity: EntityMention, put: Put): void => {
  const label = NODE_LABEL[entity.type];
  const provision = assembly.provisionAt(entity);
  if (label === undefined || provision === null) return;
  for (const name of entity.canonical) {
    const id = namedId(label, name);
    put({ label, id, name });
    const evidence = assembly.evidence(assembly.sentence(entity), entity.rule, entity);
    assembly.relations.add({ type: 'MENTIONS', from: provision.id, to: id, evidence });
  }
};

export const linkDuties = (assembly: Assembly, duties: readonly DutyMention[], put: Put): void => {
  const ordinals = new Map<string, number>();
  for (const duty of duties) {
    const provision = assembly.provisionAt(duty);
    if (provision === null) continue;
    const ordinal = (ordinals.get(provision.id) ?? 0) + 1;
    ordinals.set(provision.id, ordinal);
    linkDuty(assembly, duty, provision.id, dutyId(provision.id, ordinal), put);
  }
};

const linkDuty = (assembly: Assembly, duty: DutyMention, provision: string, id: string, put: Put): void => {
  const { doc, relations } = assembly;
  const text = doc.clean.text.slice(duty.start, duty.end);
  const { start, end } = rawSpan(doc.clean, duty.start, duty.end);
  put({
    label: 'Duty',
    id,
    name: text,
    documentId: doc.id,
    text,
    modality: duty.modality,
    bearer: duty.bearer,
    start,
    end,
  });
  relations.add({ type: 'STATES', from: provision, to: id, evidence: assembly.evidence(duty, duty.rule) });
  const named: readonly (readonly ['BORNE_BY' | 'EXERCISES' | 'WITHIN' | 'TARGETS', NamedLabel, readonly string[]])[] =
    [
      ['BORNE_BY', 'Organ', duty.bearers],
      ['EXERCISES', 'Function', duty.functions],
      ['WITHIN', 'Aspect', duty.aspect === null ? [] : [duty.aspect]],
      ['TARGETS', 'Crime', duty.crimes],
    ];
  if (named.every(([, , names]) => names.length === 0) && duty.laws.length === 0) return;
  const evidence = assembly.evidence(assembly.sentence(duty), duty.rule);
  for (const [type, label, names] of named) {
    for (const name of names) {
      put({ label, id: namedId(label, name), name });
      relations.add({ type, from: id, to: namedId(label, name), evidence });
    }
  }
  for (const law of duty.laws) relations.add({ type: 'UNDER', from: id, to: lawId(law), evidence });
};
