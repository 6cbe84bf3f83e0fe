const WAIT_MS = 10_000;
const EVERY_MS = 50;

/** Focuses the first element a selector finds, waiting for it to be loaded as long as the focus stays where it is. */
export const focusWhenThere = (selector: string): void => {
  const since = performance.now();
  const from = document.activeElement;
  const look = () => {
    if (document.activeElement !== from && from?.isConnected) return;
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) element.focus();
    else if (performance.now() - since < WAIT_MS) setTimeout(look, EVERY_MS);
  };
  look();
};

/** Moves the focus among what `selector` finds inside `container`; true when the key was an arrow it took. */
export const walkWithArrows = (container: HTMLElement, selector: string, key: string): boolean => {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
  const all = [...container.querySelectorAll<HTMLElement>(selector)];
  const active = document.activeElement;
  const at = active instanceof HTMLElement ? all.indexOf(active) : -1;
  const next = all[at + (key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || next === undefined) return false;
  next.focus();
  return true;
};
