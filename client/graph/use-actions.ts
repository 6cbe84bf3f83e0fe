/** Every action a button, a key, a double click or a row of the list can carry out on the canvas. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasAction, LayoutName } from '#client/state/canvas/types.ts';
import { nodesAndBetween } from './between.ts';
import type { CanvasControl } from './use-canvas.ts';
import { type ExpandKind, useExpand } from './use-expand.ts';
import type { usePaths } from './use-paths.ts';
import type { useShare } from './use-share.ts';

export type GraphActions = {
  /** Whether anything is selected or picked that hide, pin and path can act on. */
  readonly hasTargets: boolean;
  readonly expand: (id: string, kind: ExpandKind) => Promise<void>;
  readonly collapse: () => void;
  readonly togglePin: () => void;
  readonly hide: () => void;
  readonly showHidden: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly path: () => void;
  readonly complete: () => Promise<void>;
  readonly layout: (name: LayoutName) => void;
  readonly copyLink: () => Promise<void>;
  readonly saveView: () => Promise<void>;
};

type Wiring = {
  readonly control: CanvasControl;
  readonly selected: string | null;
  readonly picked: ReadonlySet<string>;
  readonly paths: ReturnType<typeof usePaths>;
  readonly share: ReturnType<typeof useShare>;
  /** Tells the user in the status line; errors go there too. */
  readonly say: (message: string) => void;
  readonly fail: (error: unknown) => void;
};

export const useActions = ({ control, selected, picked, paths, share, say, fail }: Wiring): GraphActions => {
  const { t } = useTranslation('graph');
  const client = useQueryClient();
  const { history, perform } = control;
  const canvas = history.present;
  const { expand } = useExpand(canvas, perform);

  /** Runs what may fail on the way to the server. */
  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        fail(error);
      }
    },
    [fail],
  );

  const complete = useCallback(async () => {
    const shown = [...canvas.nodes.keys()].filter((id) => !canvas.hidden.has(id));
    const answer = await nodesAndBetween(client, shown);
    const added = answer.edges.filter((edge) => !canvas.edges.has(edge.id));
    if (added.length > 0)
      perform({ type: 'complete', key: `complete:${history.done.length}`, part: { nodes: [], edges: added } });
    say(added.length > 0 ? t('completed', { count: added.length }) : t('completedNone'));
  }, [canvas, client, history.done.length, perform, say, t]);

  return useMemo(() => {
    const targets = picked.size > 0 ? [...picked] : selected === null ? [] : [selected];
    const act = (action: CanvasAction) => {
      if (targets.length > 0) perform(action);
    };
    const path = () => {
      const [first, second] = targets;
      if (first !== undefined && second !== undefined) void attempt(() => paths.run(first, second));
      else if (paths.start !== null) paths.clear();
      else if (first !== undefined) paths.begin(first);
    };
    const step = (words: 'undone' | 'redone', type: CanvasAction['type'] | undefined, run: () => void) => {
      if (type === undefined) return;
      run();
      say(t(words, { action: t(`steps.${type}`) }));
    };
    return {
      hasTargets: targets.length > 0,
      expand: (id, kind) => attempt(() => expand(id, kind)),
      collapse: () => {
        if (selected !== null) perform({ type: 'collapse', centre: selected });
      },
      togglePin: () => act({ type: 'pin', ids: targets, pinned: !targets.every((id) => canvas.pinned.has(id)) }),
      hide: () => act({ type: 'hide', ids: targets }),
      showHidden: () => perform({ type: 'show', ids: [...canvas.hidden] }),
      remove: () => act({ type: 'remove', ids: targets }),
      undo: () => step('undone', history.done.at(-1)?.action.type, control.undo),
      redo: () => step('redone', history.undone.at(-1)?.action.type, control.redo),
      path,
      complete: () => attempt(complete),
      layout: (layout) => perform({ type: 'layout', layout }),
      copyLink: () =>
        attempt(async () => {
          await share.copyLink();
          say(t('linkCopied'));
        }),
      saveView: () => attempt(async () => say(t('saved', { name: (await share.save()).name }))),
    };
  }, [attempt, canvas, complete, control, expand, history, paths, perform, picked, say, selected, share, t]);
};
