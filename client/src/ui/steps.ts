/** How a step ended: `skip` asked nothing, so "back" passes over it. */
export type StepOutcome = 'next' | 'skip' | 'back' | 'cancel';

/** One step of a series. */
export type Step = (place: { readonly step: number; readonly canGoBack: boolean }) => Promise<StepOutcome>;

/** Runs steps forwards and backwards; whether the end was reached. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const asked: number[] = [];
  let index = 0;
  for (let step = steps[index]; step !== undefined; step = steps[index]) {
    const outcome = await step({ step: index + 1, canGoBack: asked.length > 0 });
    switch (outcome) {
      case 'next':
        asked.push(index);
        index++;
        break;
      case 'skip':
        index++;
        break;
      case 'back': {
        const previous = asked.pop();
        if (previous === undefined) return false;
        index = previous;
        break;
      }
      case 'cancel':
        return false;
    }
  }
  return true;
}
