/** A row of steps that build on each other. */
export type Trial = {
  /** Does one and prints what it says, if anything; a step that throws has failed, and those after it are not tried. */
  step<T>(name: string, act: () => Promise<T>): Promise<T>;
};

/** Counts of all trials so far. */
export const tally = { passed: 0, failed: 0 };

/** Runs a trial and prints each step with its time; it never throws. */
export async function runTrial(title: string, steps: (trial: Trial) => Promise<void>) {
  async function step<T>(name: string, act: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      const result = await act();
      tally.passed += 1;
      const detail = typeof result === 'string' ? `: ${result}` : '';
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      console.log(`ok   ${title}: ${name}${detail} (${seconds} s)`);
      return result;
    } catch (error) {
      throw new StepFailed(name, error);
    }
  }
  try {
    await steps({ step });
  } catch (error) {
    const name = error instanceof StepFailed ? error.step : 'the rest';
    const cause = error instanceof StepFailed ? error.cause : error;
    tally.failed += 1;
    console.log(`FAIL ${title}: ${name}\n${cause instanceof Error ? cause.stack : String(cause)}`);
  }
}

class StepFailed extends Error {
  readonly step: string;
  constructor(step: string, cause: unknown) {
    super(step, { cause });
    this.step = step;
  }
}

/** Throws where something is not so. */
export function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
