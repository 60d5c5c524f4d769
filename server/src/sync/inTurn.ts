/** Runs works one after the other, in the order they were handed in; a failure is its own caller's alone. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export function inTurn(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}
