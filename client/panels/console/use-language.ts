/** The language thread with what it knows of this graph. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { routeQuery } from '#client/api/queries.ts';
import type { CypherSchema } from '#model/wire/console.ts';
import { type CypherLanguage, startLanguage } from './language/client.ts';
import type { LanguageSchema } from './language/protocol.ts';

const languageSchema = (schema: CypherSchema, parameters: readonly string[]): LanguageSchema => ({
  labels: schema.labels.map(({ name }) => name),
  relationshipTypes: schema.relationshipTypes.map(({ name }) => name),
  propertyKeys: schema.propertyKeys,
  procedures: schema.procedures,
  pairs: schema.relationshipTypes.flatMap(({ name, pairs }) =>
    pairs.map(({ from, to }) => ({ from, relType: name, to })),
  ),
  parameters,
});

/** Null until the thread runs. `parameters` are separated by a newline so that the effect compares by value. */
export const useLanguage = (parameters: string): CypherLanguage | null => {
  const [language, setLanguage] = useState<CypherLanguage | null>(null);
  const { data: schema } = useQuery(routeQuery('cypherSchema'));
  useEffect(() => {
    const started = startLanguage();
    setLanguage(started);
    return () => started.close();
  }, []);
  useEffect(() => {
    if (language === null || schema === undefined) return;
    language.setSchema(languageSchema(schema, parameters === '' ? [] : parameters.split('\n')));
  }, [language, schema, parameters]);
  return language;
};
