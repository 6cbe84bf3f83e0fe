const TRIES = 40;
const EVERY_MS = 50;

/** Focuses the first element a selector finds, waiting up to two seconds for it to be loaded. */
export const focusWhenThere = (selector: string, left = TRIES): void => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element !== null) element.focus();
  else if (left > 0) setTimeout(() => focusWhenThere(selector, left - 1), EVERY_MS);
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
