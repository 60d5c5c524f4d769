/** How a step ended: `skip` asked nothing, so "back" passes over it. */
export type StepOutcome = 'next' | 'skip' | 'back' | 'cancel';

/** One step of a series. */
export type Step = (place: { readonly step: number; readonly canGoBack: boolean }) => Promise<StepOutcome>;

/** Runs steps forwards and backwards; whether the end was reached. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const asked: number[] = [];
  let index = 0;
  let isGoingBack = false;
  for (let step = steps[index]; step !== undefined; step = steps[index]) {
    const outcome = await step({ step: index + 1, canGoBack: asked.length > 0 });
    switch (outcome) {
      case 'next':
        asked.push(index);
        index++;
        isGoingBack = false;
        break;
      case 'skip':
      case 'back': {
        // Somebody on the way back has seen what comes after this step already.
        if (outcome === 'skip' && !isGoingBack) {
          index++;
          break;
        }
        const previous = asked.pop();
        if (previous === undefined) return false;
        index = previous;
        isGoingBack = true;
        break;
      }
      case 'cancel':
        return false;
    }
  }
  return true;
}
