import { z } from 'zod';
import { Json, type JsonValue } from '#model/wire/common.ts';

const Params = z.record(z.string(), Json);

/** `params=` of a console address; null when it is no JSON object. */
export const parseParams = (text: string | null): Record<string, JsonValue> | null => {
  if (text === null) return null;
  try {
    const parsed = Params.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};
