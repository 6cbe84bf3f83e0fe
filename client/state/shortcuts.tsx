/**
 * Single-key shortcuts. A component registers what a key does while it is on screen; the newest one wins.
 * Keys act only when no text field has the focus, and can be switched off (WCAG 2.1.4). `mod+k` = Ctrl or Cmd.
 */
import { createContext, type ReactNode, use, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { usePreferences } from './preferences.tsx';

export interface Shortcut {
  /** `n`, `N`, `[`, `?`, `mod+k`, `mod+z`, `mod+shift+z`. */
  readonly key: string;
  /** For the help dialog, already translated. */
  readonly description: string;
}
interface Binding extends Shortcut {
  readonly run: () => void;
}
interface Registry {
  readonly add: (binding: Binding) => () => void;
  /** What is bound now, one line per key. */
  readonly list: () => Shortcut[];
}

const ShortcutContext = createContext<Registry>({ add: () => () => undefined, list: () => [] });

type KeyParts = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The name a key press is registered under, or null when it can be no shortcut. */
export const shortcutName = (event: KeyParts): string | null => {
  if (event.altKey) return null;
  if (!event.ctrlKey && !event.metaKey) return event.key.length === 1 ? event.key : null;
  return `mod+${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
};

/** Whether typing goes to a text field, an editor or an open menu there. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type)));

export const ShortcutProvider = ({ children }: { children: ReactNode }) => {
  const bindings = useRef<Binding[]>([]);
  const { shortcuts: enabled } = usePreferences();
  const registry = useMemo<Registry>(
    () => ({
      add: (binding) => {
        bindings.current = [...bindings.current, binding];
        return () => {
          bindings.current = bindings.current.filter((other) => other !== binding);
        };
      },
      list: () => [...new Map(bindings.current.map(({ key, description }) => [key, { key, description }])).values()],
    }),
    [],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = shortcutName(event);
      if (name === null) return;
      const searchKey = name === 'mod+k';
      if (!searchKey && (!enabled || takesText(event.target))) return;
      if (!searchKey && document.querySelector('dialog[open]') !== null) return;
      const binding = bindings.current.findLast((candidate) => candidate.key === name);
      if (binding === undefined) return;
      event.preventDefault();
      binding.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
};

/** Binds a key while the calling component is on screen. */
export const useShortcut = (key: string, description: string, run: () => void, active = true): void => {
  const { add } = use(ShortcutContext);
  const latest = useRef(run);
  // With the page, not after it: the next key may come before effects have run.
  useLayoutEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!active) return undefined;
    return add({ key, description, run: () => latest.current() });
  }, [add, key, description, active]);
};

export const useShortcutList = (): (() => Shortcut[]) => use(ShortcutContext).list;
