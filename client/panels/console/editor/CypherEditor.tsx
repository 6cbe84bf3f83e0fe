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

/** A text put into the editor from outside: each new object replaces what stands there. */
export interface PutText {
  readonly text: string;
}

interface Props {
  /**
   * Typing never comes back through a prop: on a busy machine an older text would arrive after the next key and undo it.
   */
  readonly put: PutText;
  readonly language: CypherLanguage;
  readonly hint: string;
  /** What the database said about the text last run; underlined until the text changes. */
  readonly fault: EditorFault | null;
  readonly onChange: (text: string) => void;
  /** The text as it stands at the key: what the page knows may be a key behind. */
  readonly onRun: (text: string) => void;
  /** Ctrl+↑ and Ctrl+↓: an older or a newer query of the history. */
  readonly onStep: (step: 1 | -1) => void;
}

export const CypherEditor = ({ put, language, hint, fault, onChange, onRun, onStep }: Props) => {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, onRun, onStep });
  useEffect(() => {
    latest.current = { onChange, onRun, onStep };
  });
  const text = useRef(put.text);

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    // The page's single-key shortcuts see only the host of a shadow tree, which is no text field to them.
    const keep = (event: Event) => event.stopPropagation();
    element.addEventListener('keydown', keep);
    const run = () => {
      latest.current.onRun(text.current);
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
        doc: text.current,
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
            if (!update.docChanged) return;
            text.current = update.state.doc.toString();
            latest.current.onChange(text.current);
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
    if (view === null || text.current === put.text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: put.text } });
  }, [put]);

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
