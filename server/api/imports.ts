/** POST /api/imports (multipart, field `file`) and GET /api/imports/:id. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import multer, { MulterError } from 'multer';
import { FamaiError } from '#model/errors.ts';
import { IMPORT_PATH, ROUTES } from '#model/wire/routes.ts';
import { safeUploadName } from '#server/services/upload-names.ts';
import type { Uploads } from '#server/services/uploads.ts';
import { validated } from './security/validated.ts';

export interface ImportsDeps {
  readonly uploads: Uploads;
  /** Where files lie until they are imported; below the data folder. */
  readonly uploadFolder: string;
}

const LIMITS = {
  fileSize: 20 * 1024 * 1024,
  files: 5000,
  fields: 0,
  parts: 5001,
  headerPairs: 20,
  fieldNameSize: 50,
  fieldSize: 1000,
} as const;
const TOTAL_BYTES = 500 * 1024 * 1024;

export function importsRouter(deps: ImportsDeps): Router {
  const router = Router();
  router.post(IMPORT_PATH, async (request, response) => {
    if (Number(request.headers['content-length'] ?? 0) > TOTAL_BYTES) {
      throw new FamaiError('TOO_LARGE', '一次上传不能超过 500 MB：请分批导入。 / An upload may not exceed 500 MB.');
    }
    const folder = join(deps.uploadFolder, randomUUID());
    const files = await receive(request, response, folder);
    response.json(await deps.uploads.start(folder, files));
  });
  router.get(ROUTES.importJob.path, (request, response) => {
    const { id } = validated(ROUTES.importJob.params, request.params);
    const job = deps.uploads.job(id);
    if (job === null) {
      throw new FamaiError('NOT_FOUND', '没有这个导入任务：服务器重启后任务记录会清空。 / No such import.');
    }
    response.json(job);
  });
  return router;
}

/** Stores the files under names of our own; only the ending, which decides how a file is read, is theirs. */
async function receive(request: Request, response: Response, folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const upload = multer({
    storage: multer.diskStorage({
      destination: folder,
      filename: (_request, file, done) => done(null, randomUUID() + endingOf(file.originalname)),
    }),
    limits: LIMITS,
    preservePath: true,
    defParamCharset: 'utf8',
    fileFilter: (_request, file, done) => {
      try {
        safeUploadName(file.originalname);
        done(null, true);
      } catch (error) {
        done(error instanceof Error ? error : new Error('name'));
      }
    },
  }).array('file');
  try {
    await new Promise<void>((resolve, reject) => {
      upload(request, response, (error: unknown) => (error ? reject(uploadError(error)) : resolve()));
    });
    const files = Array.isArray(request.files) ? request.files : [];
    if (files.length === 0)
      throw new FamaiError('BAD_REQUEST', '没有收到文件：字段名须为 file。 / No file came: the field is file.');
    return files.map(({ path, originalname }) => ({ location: path, name: safeUploadName(originalname) }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const endingOf = (name: string): string => {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ending) ? ending : '';
};

/** Limits that a smaller upload would keep; the others say that it holds something else than files. */
const TOO_MUCH: ReadonlySet<string> = new Set(['LIMIT_FILE_SIZE', 'LIMIT_FILE_COUNT', 'LIMIT_PART_COUNT']);

function uploadError(error: unknown): FamaiError {
  if (error instanceof FamaiError) return error;
  if (error instanceof MulterError && TOO_MUCH.has(error.code)) {
    return new FamaiError(
      'TOO_LARGE',
      '上传超过限制：单个文件不超过 20 MB，一次不超过 5000 个文件。 / The upload is over a limit.',
      { cause: error },
    );
  }
  return new FamaiError(
    'BAD_REQUEST',
    '上传的内容不完整或格式有误，请重新上传。 / The upload is incomplete or malformed.',
    { cause: error },
  );
}
