/** POST /api/imports (multipart, field `file`) and GET /api/imports/:id. */

import { Router } from 'express';
import { FamaiError } from '#model/errors.ts';
import type { ImportJob } from '#model/wire/console.ts';
import { ROUTES } from '#model/wire/routes.ts';
import { validated } from './security/validated.ts';

/** A file that has arrived: where its bytes are, and the name it has for a person (safe, relative, forward slashes). */
export interface ReceivedFile {
  readonly path: string;
  readonly name: string;
}

export interface ImportsDeps {
  /** Starts reading and importing; answers once the outcome is known or the job is under way. */
  start(files: readonly ReceivedFile[]): Promise<ImportJob>;
  job(id: string): ImportJob | null;
}

export function importsRouter(deps: ImportsDeps): Router {
  const router = Router();
  router.get(ROUTES.importJob.path, (request, response) => {
    const { id } = validated(ROUTES.importJob.params, request.params);
    const job = deps.job(id);
    if (job === null) throw new FamaiError('NOT_FOUND', '没有这个导入任务：服务器重启后任务记录会清空');
    response.json(job);
  });
  return router;
}
