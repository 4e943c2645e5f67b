/** Milliseconds in a day of 24 hours: limits are counted on instants, not on calendar days. */
export const DAY = 24 * 60 * 60 * 1000;
export const MINUTE = 60 * 1000;

/** Milliseconds from an instant to the time of a reading; negative where it lies in the future. */
export function ageAt(readingTime: string, instant: string): number {
  return Date.parse(readingTime) - Date.parse(instant);
}

/** The latest of several instants, or undefined where there is none. */
export function latest(...instants: (string | undefined)[]): string | undefined {
  return instants
    .filter((instant) => instant !== undefined)
    .sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}
