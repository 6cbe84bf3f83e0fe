/** Duties, and the organs, functions, aspects and crimes named in the text. */
import { dutyId, type NamedLabel } from '#model/ids.ts';
import type { DutyMention, EntityMention } from '#model/mentions.ts';
import { rawSpan } from '../text/clean.ts';
import type { Assembly, NodeSet, Place } from './assembly.ts';
import { type Key, keyWithin } from './digest.ts';

const NODE_LABEL: Readonly<Partial<Record<EntityMention['type'], NamedLabel>>> = {
  function: 'Function',
  organ: 'Organ',
  aspect: 'Aspect',
  crime: 'Crime',
};

export const linkEntity = (assembly: Assembly, entity: EntityMention, nodes: NodeSet): void => {
  const label = NODE_LABEL[entity.type];
  if (label === undefined) return;
  const place = assembly.placeOf(entity);
  if (place === null) return;
  const evidence = assembly.evidence(assembly.sentence(entity, place), entity.rule, entity);
  for (const name of entity.canonical) {
    const to = assembly.namedKey(label, name);
    nodes.add({ label, id: to.id, name });
    assembly.relations.add({ type: 'MENTIONS', from: place.key, to, evidence });
  }
};

export const linkDuties = (assembly: Assembly, duties: readonly DutyMention[], nodes: NodeSet): void => {
  const ordinals = new Map<Place, number>();
  for (const duty of duties) {
    const place = assembly.placeOf(duty);
    if (place === null) continue;
    const ordinal = (ordinals.get(place) ?? 0) + 1;
    ordinals.set(place, ordinal);
    linkDuty(assembly, duty, place, keyWithin(place.key, dutyId(place.key.id, ordinal)), nodes);
  }
};

const linkDuty = (assembly: Assembly, duty: DutyMention, place: Place, key: Key, nodes: NodeSet): void => {
  const { doc, relations } = assembly;
  const text = doc.clean.text.slice(duty.start, duty.end);
  const { start, end } = rawSpan(doc.clean, duty.start, duty.end);
  nodes.addOwn({
    label: 'Duty',
    id: key.id,
    name: text,
    documentId: doc.id,
    text,
    modality: duty.modality,
    bearer: duty.bearer,
    start,
    end,
  });
  relations.add({ type: 'STATES', from: place.key, to: key, evidence: assembly.evidence(duty, duty.rule) });
  const { bearers, functions, aspect, crimes, laws } = duty;
  if (bearers.length + functions.length + crimes.length + laws.length === 0 && aspect === null) return;
  const evidence = assembly.evidence(assembly.sentence(duty, place), duty.rule);
  const link = (type: 'BORNE_BY' | 'EXERCISES' | 'WITHIN' | 'TARGETS', label: NamedLabel, name: string): void => {
    const to = assembly.namedKey(label, name);
    nodes.add({ label, id: to.id, name });
    relations.add({ type, from: key, to, evidence });
  };
  for (const name of bearers) link('BORNE_BY', 'Organ', name);
  for (const name of functions) link('EXERCISES', 'Function', name);
  if (aspect !== null) link('WITHIN', 'Aspect', aspect);
  for (const name of crimes) link('TARGETS', 'Crime', name);
  for (const law of laws) relations.add({ type: 'UNDER', from: key, to: assembly.lawKey(law), evidence });
};
