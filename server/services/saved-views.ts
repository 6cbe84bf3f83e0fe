/** Saved views: one JSON file each under the data folder, so that they survive the database and are easy to keep. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import { SavedView, type SavedViewInput } from '#model/wire/console.ts';

const ID = /^[0-9a-f]{12}$/;
const MAX_VIEWS = 500;

const missing = (): FamaiError => new FamaiError('NOT_FOUND', '没有这个保存的视图。 / No such saved view.');

export const createSavedViews = (dataFolder: string) => {
  const folder = join(dataFolder, 'views');
  const fileOf = (id: string): string => join(folder, `${id}.json`);

  const read = async (id: string): Promise<SavedView | null> => {
    if (!ID.test(id)) return null;
    try {
      const parsed = SavedView.safeParse(JSON.parse(await readFile(fileOf(id), 'utf8')));
      return parsed.success ? parsed.data : null;
    } catch {
      // Gone, or edited by hand into something that is no view: not there for anybody.
      return null;
    }
  };

  const ids = async (): Promise<string[]> => {
    const names = await readdir(folder).catch(() => []);
    return names.map((name) => name.replace(/\.json$/, '')).filter((id) => ID.test(id));
  };

  /** Newest first. */
  const list = async (): Promise<SavedView[]> => {
    const views = await Promise.all((await ids()).map(read));
    return views
      .filter((view) => view !== null)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id));
  };

  /** @throws FamaiError NOT_FOUND */
  const get = async (id: string): Promise<SavedView> => {
    const view = await read(id);
    if (view === null) throw missing();
    return view;
  };

  /** Written beside and renamed, so that a crash leaves no half view. @throws FamaiError TOO_MANY */
  const save = async (input: z.output<typeof SavedViewInput>): Promise<SavedView> => {
    if ((await ids()).length >= MAX_VIEWS) {
      throw new FamaiError(
        'TOO_MANY',
        `最多保存 ${MAX_VIEWS} 个视图，请先删除一些。 / At most ${MAX_VIEWS} views, delete some first.`,
      );
    }
    const id = randomUUID().replaceAll('-', '').slice(0, 12);
    const view: SavedView = { ...input, id, createdAt: new Date().toISOString() };
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${fileOf(id)}.new`, JSON.stringify(view), { mode: 0o600 });
    await rename(`${fileOf(id)}.new`, fileOf(id));
    return view;
  };

  /** @throws FamaiError NOT_FOUND */
  const remove = async (id: string): Promise<{ deleted: boolean }> => {
    await get(id);
    await rm(fileOf(id), { force: true });
    return { deleted: true };
  };

  return { list, get, save, remove };
};
export type SavedViews = ReturnType<typeof createSavedViews>;
