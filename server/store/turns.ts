/** Lets pieces of work run one after another, in the order in which they came. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** A piece that fails does not stop those that wait: each caller hears of its own. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
};
