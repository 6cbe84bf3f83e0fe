/** The parameters a user writes as JSON. */
import { z } from 'zod';
import { Json, type JsonValue } from '#model/wire/common.ts';

const Params = z.record(z.string(), Json);

export type ReadParams =
  | { readonly ok: true; readonly params: Record<string, JsonValue> }
  | { readonly ok: false; readonly message: string };

/** An empty box is no parameters. */
export const readParams = (text: string): ReadParams => {
  if (text.trim() === '') return { ok: true, params: {} };
  try {
    const parsed = Params.safeParse(JSON.parse(text));
    return parsed.success ? { ok: true, params: parsed.data } : { ok: false, message: 'object' };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : '' };
  }
};

export const showParams = (params: Readonly<Record<string, JsonValue>>): string =>
  Object.keys(params).length === 0 ? '' : JSON.stringify(params, null, 2);
