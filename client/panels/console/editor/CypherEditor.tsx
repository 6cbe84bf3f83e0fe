/** The text box of the console. It lives in a shadow tree: there CodeMirror's styles need no exception from the content security policy. */
import { closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { CypherLanguage } from '../language/client.ts';
import { cypherExtensions } from './extensions.ts';
import { editorTheme } from './theme.ts';

export interface EditorFault {
  readonly offset: number;
  readonly message: string;
}

interface Props {
  readonly value: string;
  readonly language: CypherLanguage;
  readonly hint: string;
  /** What the database said about the text last run; underlined until the text changes. */
  readonly fault: EditorFault | null;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Ctrl+↑ and Ctrl+↓: an older or a newer query of the history. */
  readonly onStep: (step: 1 | -1) => void;
}

export const CypherEditor = ({ value, language, hint, fault, onChange, onRun, onStep }: Props) => {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef({ value, onChange, onRun, onStep });
  useEffect(() => {
    latest.current = { value, onChange, onRun, onStep };
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    // The page's single-key shortcuts see only the host of a shadow tree, which is no text field to them.
    const keep = (event: Event) => event.stopPropagation();
    element.addEventListener('keydown', keep);
    const run = () => {
      latest.current.onRun();
      return true;
    };
    const step = (by: 1 | -1) => () => {
      latest.current.onStep(by);
      return true;
    };
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          Prec.highest(
            keymap.of([
              { key: 'Mod-Enter', run },
              { key: 'Mod-ArrowUp', run: step(1) },
              { key: 'Mod-ArrowDown', run: step(-1) },
            ]),
          ),
          lineNumbers(),
          history(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          indentUnit.of('  '),
          EditorView.lineWrapping,
          placeholder(hint),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': 'Cypher', spellcheck: 'false', autocapitalize: 'off' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
          cypherExtensions(language),
          editorTheme,
        ],
      }),
    });
    editor.current = view;
    return () => {
      editor.current = null;
      element.removeEventListener('keydown', keep);
      view.destroy();
    };
  }, [language, hint]);

  useEffect(() => {
    const view = editor.current;
    if (view === null || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const view = editor.current;
    if (view === null || fault === null) return;
    const from = Math.min(fault.offset, view.state.doc.length);
    const word = view.state.wordAt(from);
    const to = Math.min(view.state.doc.length, word?.to ?? from + 1);
    view.dispatch(setDiagnostics(view.state, [{ from, to, severity: 'error', message: fault.message }]));
  }, [fault]);

  return <div ref={host} className="console-editor" />;
};
