/** CodeMirror's parts for Cypher: colours, problems and completion from the language thread. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from '@codemirror/autocomplete';
import { type Diagnostic, linter } from '@codemirror/lint';
import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, tooltips, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { CypherLanguage } from '../language/client.ts';
import type { ColouredToken, Suggestion } from '../language/protocol.ts';

const setColours = StateEffect.define<readonly ColouredToken[]>();

const decorate = (tokens: readonly ColouredToken[], length: number): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>();
  let end = 0;
  for (const { from, to, kind } of [...tokens].sort((a, b) => a.from - b.from)) {
    if (from < end || to > length || to <= from) continue;
    builder.add(from, to, Decoration.mark({ class: `cy-${kind}` }));
    end = to;
  }
  return builder.finish();
};

const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setColours)) return decorate(effect.value, transaction.newDoc.length);
    }
    return value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Asks for colours after every change; an answer about an older text is dropped. */
const colouring = (language: CypherLanguage) =>
  ViewPlugin.define((view) => {
    const refresh = () => {
      const { doc } = view.state;
      void language.colour(doc.toString()).then((tokens) => {
        if (view.state.doc === doc) view.dispatch({ effects: setColours.of(tokens) });
      });
    };
    refresh();
    return {
      update: (update: ViewUpdate) => {
        if (update.docChanged) refresh();
      },
    };
  });

const problems = (language: CypherLanguage) =>
  linter(
    async (view): Promise<Diagnostic[]> => {
      const text = view.state.doc.toString();
      if (text.trim() === '') return [];
      const found = await language.check(text);
      const length = view.state.doc.length;
      return found.map(({ from, to, severity, message }) => ({
        from: Math.min(from, length),
        to: Math.min(Math.max(to, from), length),
        severity,
        message,
      }));
    },
    { delay: 350 },
  );

const ICONS: Readonly<Record<Suggestion['kind'], string>> = {
  keyword: 'keyword',
  label: 'class',
  type: 'interface',
  property: 'property',
  variable: 'variable',
  function: 'function',
  procedure: 'method',
  parameter: 'constant',
  path: 'text',
};
/** What belongs to this graph comes before the words of the language. */
const BOOST: Readonly<Record<Suggestion['kind'], number>> = {
  path: 5,
  label: 4,
  type: 4,
  property: 4,
  variable: 3,
  parameter: 3,
  procedure: 1,
  function: 1,
  keyword: 0,
};

const toCompletion = (suggestion: Suggestion): Completion => ({
  label: suggestion.label,
  type: ICONS[suggestion.kind],
  boost: BOOST[suggestion.kind],
  ...(suggestion.detail === null ? {} : { detail: suggestion.detail }),
  apply: suggestion.snippet ? snippet(suggestion.insert) : suggestion.insert,
});

const completion =
  (language: CypherLanguage) =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/[\p{L}\p{N}_`]+/u);
    const trigger = context.matchBefore(/[:.$|]/);
    if (word === null && trigger === null && !context.explicit) return null;
    const found = await language.complete(context.state.doc.toString(), context.pos, context.explicit);
    if (context.aborted || found.length === 0) return null;
    return { from: word?.from ?? context.pos, options: found.map(toCompletion), validFor: /^[\p{L}\p{N}_`]*$/u };
  };

/**
 * Typing over a selection: the browser would keep the looks of what it replaces in a style attribute, which the content
 * security policy blocks with a complaint.
 */
const replaceByOurselves = (event: InputEvent, view: EditorView): boolean => {
  const { main } = view.state.selection;
  if (event.inputType !== 'insertText' || event.data === null || main.empty || view.composing) return false;
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
  event.preventDefault();
  return true;
};

/** Suggestions stay inside the editor's box, so that they never cover the buttons below it. */
export const cypherExtensions = (language: CypherLanguage): Extension => [
  colours,
  colouring(language),
  problems(language),
  autocompletion({ override: [completion(language)], activateOnTypingDelay: 120, icons: false }),
  tooltips({ tooltipSpace: (view) => view.dom.getBoundingClientRect() }),
  EditorView.domEventHandlers({ beforeinput: replaceByOurselves }),
];
