import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { searchAddress } from '#client/state/url.ts';
import type { Option } from './hits.ts';
import { optionsOf } from './hits.ts';
import { SearchOptions } from './SearchOptions.tsx';
import { useDebounced } from './use-debounced.ts';
import './search.css';

/** The one box: a citation string goes straight there, anything else is searched while typing. */
export const SearchBox = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const q = useDebounced(composing ? null : text.trim(), 120);
  const asked = q !== null && q !== '' && open;
  const answer = useQuery({
    ...routeQuery('search', { query: { q: q ?? '' } }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  const fresh = answer.data !== undefined && !answer.isPlaceholderData && answer.data.q === text.trim();
  const options = answer.data === undefined ? [] : optionsOf(answer.data);
  const shown = open && text.trim() !== '';

  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  useShortcut('/', common('shortcut.search'), focus);
  useShortcut('mod+k', common('shortcut.search'), focus);

  // The address may change by a link or the back button: the box then shows what the page searches for.
  useEffect(() => {
    setOpen(false);
    setText(pathname === '/search' ? (new URLSearchParams(search).get('q') ?? '') : '');
  }, [pathname, search]);

  const go = (to: string) => {
    setOpen(false);
    setActive(-1);
    input.current?.blur();
    void navigate(to);
  };
  const submit = () => {
    const chosen: Option | undefined = options[active] ?? (fresh && answer.data?.direct ? options[0] : undefined);
    if (chosen !== undefined) go(chosen.to);
    else if (text.trim() !== '') go(searchAddress(text.trim()));
  };
  const move = (by: number) => {
    setOpen(true);
    setActive((now) =>
      options.length === 0 ? -1 : (Math.max(now, by < 0 ? 0 : -1) + by + options.length) % options.length,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows belong to it.
    if (event.nativeEvent.isComposing || composing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') submit();
    else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Escape') input.current?.blur();
    else return;
    event.preventDefault();
  };

  return (
    <search className="search-box">
      <Search className="search-icon" aria-hidden="true" />
      <input
        ref={input}
        type="search"
        className="search-input"
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-controls={listId}
        {...(shown && active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className="key search-key" aria-hidden="true">
        /
      </span>
      <SearchOptions
        id={listId}
        open={shown}
        answer={answer.data}
        error={answer.error}
        pending={!fresh && !answer.isError}
        active={active}
        onHover={setActive}
        onChoose={go}
      />
    </search>
  );
};
