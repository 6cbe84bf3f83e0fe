/** Errors as HTTP answers: a code and a sentence, never a stack, a path or somebody's query. */
import type { ErrorRequestHandler, Response } from 'express';
import { ERROR_CODES, type ErrorCode, FamaiError } from '#model/errors.ts';
import type { ErrorBody } from '#model/wire/common.ts';

const HTTP_CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD_REQUEST',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_TYPE',
};

const HTTP_MESSAGES: Partial<Record<ErrorCode, string>> = {
  BAD_REQUEST: '请求格式有误，无法读取。 / The request cannot be read.',
  TOO_LARGE: '请求内容过大。 / The request is too large.',
  UNSUPPORTED_TYPE: '内容类型或编码不受支持。 / The content type or encoding is not supported.',
};

/** Errors of express and its parsers carry a status below 500; anything else nobody foresaw is ours. */
const statusOf = (error: unknown): number | null => {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : null;
};

const toFamai = (error: unknown): FamaiError => {
  if (error instanceof FamaiError) return error;
  const code = HTTP_CODES[statusOf(error) ?? 0] ?? (statusOf(error) === null ? 'INTERNAL' : 'BAD_REQUEST');
  const { zh, en } = ERROR_CODES[code];
  return new FamaiError(code, HTTP_MESSAGES[code] ?? `${zh}。 / ${en}.`, { cause: error });
};

export const sendError = (response: Response, error: FamaiError): void => {
  const body: ErrorBody = {
    error: {
      code: error.code,
      message: error.message,
      ...(error.position === undefined ? {} : { position: { ...error.position } }),
    },
  };
  if (error.status === 503 || error.retryAfter !== undefined) {
    response.setHeader('Retry-After', String(error.retryAfter ?? 5));
  }
  response.setHeader('Cache-Control', 'no-store');
  response.removeHeader('ETag');
  response.removeHeader('Content-Disposition');
  response.status(error.status).json(body);
};

/** The last handler. What is not the client's fault goes to the log with its cause. */
export const errorHandler: ErrorRequestHandler = (error, request, response, next) => {
  const famai = toFamai(error);
  if (famai.status >= 500) request.log.error({ err: famai.cause ?? famai, code: famai.code }, famai.message);
  if (response.headersSent) return next(famai);
  sendError(response, famai);
};
