import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const OPEN_MS = 280;
const CLOSE_MS = 220;

export interface HoverTarget {
  readonly index: number;
  readonly element: HTMLElement;
}

const targetOf = (target: EventTarget | null): HoverTarget | null => {
  const element = target instanceof Element ? target.closest('[data-h]') : null;
  if (!(element instanceof HTMLElement)) return null;
  const index = Number(element.dataset['h']);
  return Number.isInteger(index) ? { index, element } : null;
};

/**
 * One card for all highlights of a text: opens a moment after the pointer rests on one or the keyboard reaches it,
 * stays while the pointer is on the card, closes on Escape or on leaving. `onPick` hears a click or Enter on a
 * highlight that is no link.
 */
export const useHoverCard = (container: RefObject<HTMLElement | null>, onPick: (index: number) => void) => {
  const [shown, setShown] = useState<HoverTarget | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const later = useCallback((next: HoverTarget | null, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), ms);
  }, []);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const over = (event: Event) => {
      const target = targetOf(event.target);
      if (target !== null) later(target, OPEN_MS);
    };
    const out = (event: Event) => {
      if (targetOf(event.target) !== null) later(null, CLOSE_MS);
    };
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') later(null, 0);
    };
    const choose = (event: Event) => {
      const target = targetOf(event.target);
      if (target !== null && target.element.closest('a') === null) pick.current(target.index);
    };
    const enter = (event: KeyboardEvent) => {
      if (event.key === 'Enter') choose(event);
    };
    // The card moves along with its words; it goes when they are scrolled out of what is drawn.
    const hide = () => setShown((now) => (now?.element.isConnected ? now : null));
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerout', out);
    element.addEventListener('focusin', over);
    element.addEventListener('focusout', out);
    element.addEventListener('click', choose);
    element.addEventListener('keydown', enter);
    element.addEventListener('scroll', hide, { passive: true });
    window.addEventListener('keydown', close);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerout', out);
      element.removeEventListener('focusin', over);
      element.removeEventListener('focusout', out);
      element.removeEventListener('click', choose);
      element.removeEventListener('keydown', enter);
      element.removeEventListener('scroll', hide);
      window.removeEventListener('keydown', close);
    };
  }, [container, later]);
  const keep = useCallback(() => clearTimeout(timer.current), []);
  const leave = useCallback(() => later(null, CLOSE_MS), [later]);
  return { shown, keep, leave, close: useCallback(() => later(null, 0), [later]) };
};
