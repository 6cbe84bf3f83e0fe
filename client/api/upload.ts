/** Sends files to be imported. XMLHttpRequest, because fetch cannot tell how much of a body has gone. */

import { ErrorBody } from '#model/wire/common.ts';
import { ImportJob } from '#model/wire/console.ts';
import { IMPORT_PATH } from '#model/wire/routes.ts';
import { ApiError } from './client.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** `onSent` is told the share of the body that has gone, 0 to 1. Throws ApiError. */
export const uploadFiles = (files: readonly File[], onSent: (share: number) => void): Promise<ImportJob> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const file of files) form.append('file', file, file.webkitRelativePath || file.name);
    const request = new XMLHttpRequest();
    request.open('POST', IMPORT_PATH);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError('OFFLINE', ''));
    request.onload = () => {
      const value = parse(request.responseText);
      const job = ImportJob.safeParse(value);
      if (request.status < 300 && job.success) {
        resolve(job.data);
        return;
      }
      const body = ErrorBody.safeParse(value);
      const options = { status: request.status };
      reject(
        body.success
          ? new ApiError(body.data.error.code, body.data.error.message, options)
          : new ApiError('BAD_ANSWER', `HTTP ${request.status}`, options),
      );
    };
    request.send(form);
  });
