/** What the page asks of the language thread, and what it answers. Parsing a query takes too long for the page itself. */
export interface LanguageSchema {
  readonly labels: readonly string[];
  readonly relationshipTypes: readonly string[];
  readonly propertyKeys: readonly string[];
  readonly procedures: readonly string[];
  /** Which relationship joins which labels. */
  readonly pairs: readonly { readonly from: string; readonly relType: string; readonly to: string }[];
  /** Names of the parameters given, for completion after `$`. */
  readonly parameters: readonly string[];
}

/** A piece of the text with its kind: keyword, label, property … (the names of Neo4j's own grammar). */
export interface ColouredToken {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

export interface Suggestion {
  readonly label: string;
  readonly insert: string;
  /** Text with `${1:name}` places to fill in. */
  readonly snippet: boolean;
  readonly kind:
    | 'keyword'
    | 'label'
    | 'type'
    | 'property'
    | 'variable'
    | 'function'
    | 'procedure'
    | 'parameter'
    | 'path';
  readonly detail: string | null;
}

export type LanguageRequest =
  | { readonly id: number; readonly ask: 'colour'; readonly query: string }
  | { readonly id: number; readonly ask: 'check'; readonly query: string }
  | {
      readonly id: number;
      readonly ask: 'complete';
      readonly query: string;
      readonly at: number;
      readonly explicit: boolean;
    }
  | { readonly id: number; readonly ask: 'format'; readonly query: string }
  | { readonly id: number; readonly ask: 'schema'; readonly schema: LanguageSchema };

export interface LanguageAnswers {
  readonly colour: readonly ColouredToken[];
  readonly check: readonly Problem[];
  readonly complete: readonly Suggestion[];
  /** The text in the usual layout; the text itself where it cannot be laid out. */
  readonly format: string;
  readonly schema: null;
}

export type LanguageAnswer = {
  [K in keyof LanguageAnswers]: { readonly id: number; readonly ask: K; readonly answer: LanguageAnswers[K] };
}[keyof LanguageAnswers];
