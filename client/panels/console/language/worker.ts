/** The language thread: Neo4j's own Cypher grammar and semantic analysis, some megabytes that only the console loads. */
import { CypherLanguageService, type DbSchema, formatQuery, type Neo4jProcedure } from '@neo4j-cypher/language-support';
import type {
  ColouredToken,
  LanguageAnswer,
  LanguageRequest,
  LanguageSchema,
  Problem,
  Suggestion,
} from './protocol.ts';

const service = new CypherLanguageService();
let schema: DbSchema = {};

const procedure = (name: string): Neo4jProcedure => ({
  name,
  description: '',
  mode: 'READ',
  worksOnSystem: false,
  argumentDescription: [],
  returnDescription: [],
  signature: `${name}()`,
  admin: false,
  option: { deprecated: false },
});

const adopt = (given: LanguageSchema): null => {
  const procedures = Object.fromEntries(given.procedures.map((name) => [name, procedure(name)]));
  schema = {
    labels: [...given.labels],
    relationshipTypes: [...given.relationshipTypes],
    propertyKeys: [...given.propertyKeys],
    procedures: { 'CYPHER 5': procedures, 'CYPHER 25': procedures },
    parameters: Object.fromEntries(given.parameters.map((name) => [name, ''])),
    graphSchema: given.pairs.map((pair) => ({ ...pair })),
    defaultLanguage: 'CYPHER 5',
  };
  return null;
};

const colour = (query: string): ColouredToken[] =>
  service.highlightSyntax(query).map(({ position, length, tokenType }) => ({
    from: position.startOffset,
    to: position.startOffset + length,
    kind: tokenType,
  }));

const SEVERITY = { 1: 'error', 2: 'warning', 3: 'info', 4: 'info' } as const;

/** Parameters are checked when the query runs: the editor would complain while they are being typed. */
const check = (query: string): Problem[] => {
  const { diagnostics, symbolTables } = service.lint(query, schema);
  service.setSymbolsInfo({ query, symbolTables });
  return diagnostics
    .map(({ offsets, severity, message }) => ({
      from: offsets.start,
      to: offsets.end,
      severity: SEVERITY[severity ?? 1],
      message: typeof message === 'string' ? message : message.value,
    }))
    .filter(({ message }) => !message.startsWith('Parameter '));
};

/** Numbers of the Language Server Protocol's CompletionItemKind as the grammar uses them. */
const KINDS: Readonly<Record<number, Suggestion['kind']>> = {
  2: 'procedure',
  3: 'function',
  6: 'variable',
  10: 'property',
  12: 'parameter',
  14: 'keyword',
  15: 'path',
  20: 'label',
  23: 'type',
};

const complete = (query: string, at: number, explicit: boolean): Suggestion[] => {
  // What stands before a relationship is known from the analysis of the text so far.
  const { symbolTables } = service.lint(query, schema);
  service.setSymbolsInfo({ query, symbolTables });
  return service.autocomplete(query, schema, { caretPosition: at, manual: explicit }).map((item) => ({
    label: item.label,
    insert: item.insertText ?? item.label,
    snippet: item.insertTextFormat === 2,
    kind: KINDS[item.kind ?? 14] ?? 'keyword',
    detail: item.detail ?? null,
  }));
};

const answerTo = (request: LanguageRequest): LanguageAnswer => {
  const { id } = request;
  if (request.ask === 'schema') return { id, ask: 'schema', answer: adopt(request.schema) };
  if (request.ask === 'colour') return { id, ask: 'colour', answer: colour(request.query) };
  if (request.ask === 'format') return { id, ask: 'format', answer: formatQuery(request.query).formattedQuery };
  if (request.ask === 'check') return { id, ask: 'check', answer: check(request.query) };
  return { id, ask: 'complete', answer: complete(request.query, request.at, request.explicit) };
};

/** The grammar throws on some half-written texts: no help is better than no editor. */
const safely = (request: LanguageRequest): LanguageAnswer => {
  try {
    return answerTo(request);
  } catch {
    if (request.ask === 'schema') return { id: request.id, ask: 'schema', answer: null };
    if (request.ask === 'format') return { id: request.id, ask: 'format', answer: request.query };
    return { id: request.id, ask: request.ask, answer: [] };
  }
};

self.addEventListener('message', (event: MessageEvent<LanguageRequest>) => self.postMessage(safely(event.data)));
