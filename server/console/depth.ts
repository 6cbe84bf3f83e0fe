/** Depth of arrays and objects inside a value, looked at no further than `most`: deep input must not overflow the stack. */
export function depthOf(value: unknown, most: number): number {
  if (value === null || typeof value !== 'object' || most === 0) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, most - 1));
  return 1 + deepest;
}
