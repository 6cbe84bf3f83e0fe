import type { TFunction } from 'i18next';
import { LAW_STATUSES, MODALITIES, RANKS } from '#model/entities.ts';

/** `法律 · not_held · 2016-11-07` in the words of the page: the server joins codes and dates with a dot. */
export const detailText = (t: TFunction<'common'>, detail: string): string =>
  detail
    .split(' · ')
    .map((part) => {
      const status = LAW_STATUSES.find((code) => code === part);
      if (status !== undefined) return t(`status.${status}`);
      const modality = MODALITIES.find((code) => code === part);
      if (modality !== undefined) return t(`modality.${modality}`);
      const rank = RANKS.find((name) => name === part);
      return rank === undefined ? part : t(`rank.${rank}`);
    })
    .join(' · ');
