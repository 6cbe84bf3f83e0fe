/** 复制链接 and 保存视图: a canvas changed by hand is saved first, so that its link gives the same picture. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '#client/api/client.ts';
import type { CanvasState, LayoutName } from '#client/state/canvas/types.ts';
import { copyText } from '#client/ui/copy.tsx';
import type { SavedView } from '#model/wire/console.ts';
import { savedViewOf, withCanvas } from './share.ts';

export const useShare = (canvas: CanvasState, changed: boolean, name: string, first: LayoutName | null) => {
  const [search, setSearch] = useSearchParams();
  const client = useQueryClient();
  const save = useCallback(async (): Promise<SavedView> => {
    const here = withCanvas(search, canvas, first);
    here.delete('view');
    const url = `${location.pathname}?${here.toString()}`;
    const view = await call('saveView', { body: savedViewOf(canvas, name, url) });
    await client.invalidateQueries({ queryKey: ['views'] });
    return view;
  }, [canvas, client, first, name, search]);

  /** Answers the address copied. */
  const copyLink = useCallback(async (): Promise<string> => {
    const here = withCanvas(search, canvas, first);
    if (changed) here.set('view', (await save()).id);
    const text = here.toString();
    const link = `${location.origin}${location.pathname}${text === '' ? '' : `?${text}`}`;
    await copyText(link);
    return link;
  }, [canvas, changed, first, save, search]);

  const writeAddress = useCallback(
    () => setSearch((previous) => withCanvas(previous, canvas, first), { replace: true }),
    [canvas, first, setSearch],
  );
  return { save, copyLink, writeAddress };
};
