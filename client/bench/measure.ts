/** One way to time every renderer: from the call that builds it to its first picture, then pictures a second on one path. */

/** What a renderer under test has to offer. Camera: middle in shares of the whole graph, and how much of it is in view. */
export type Subject = {
  /** Sets the camera and has the renderer draw in its own way before the next frame. */
  readonly look: (x: number, y: number, ratio: number) => void;
  readonly end: () => void;
};
export type Measured = { readonly firstFrameMs: number; readonly framesPerSecond: number };

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Two frames: the first one lets the renderer draw, the second begins when the picture has been handed on. */
const presented = async (): Promise<number> => {
  await frame();
  return await frame();
};

/** A slow round over the graph with breathing zoom: by time, not by frame, so that each renderer shows the same film. */
const pathAt = (seconds: number): [number, number, number] => [
  0.5 + 0.18 * Math.cos(seconds * 0.9),
  0.5 + 0.18 * Math.sin(seconds * 0.9),
  0.62 + 0.3 * Math.sin(seconds * 0.7),
];

export const measure = async (create: () => Subject, seconds: number): Promise<Measured> => {
  await presented();
  const start = performance.now();
  const subject = create();
  const firstFrameMs = (await presented()) - start;
  await new Promise((resolve) => setTimeout(resolve, 400));
  await presented();
  const begin = performance.now();
  let frames = 0;
  for (let now = begin; now - begin < seconds * 1000; now = performance.now()) {
    subject.look(...pathAt((now - begin) / 1000));
    await frame();
    frames++;
  }
  const framesPerSecond = (frames * 1000) / (performance.now() - begin);
  subject.end();
  return { firstFrameMs, framesPerSecond };
};
