import { paths } from '../../app/paths.ts';

/** Only an address inside the web; anything else leads to the overview. */
export function ownAddress(then: string | null): string {
  return then !== null && /^\/(?![/\\])/.test(then) ? then : paths.overview;
}
