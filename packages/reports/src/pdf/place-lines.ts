import type { Language } from '@ippo/contracts';
import type { Place } from '../document/document.ts';
import { callRanges } from '../document/numbered-calls.ts';

/** Places as plain lines; what all of them share stands once above. */
export type PlaceLines = { shared: string; lines: string[] };

/** So many have to share something for it to be told once. */
const worthSharing = 12;

/** Every place gets its line; nothing is left out, only what is the same in all is said once. */
export function placeLines(places: readonly Place[], language: Language): PlaceLines {
  const told = places.map(({ name, where, flag, calls }) => ({
    ...{ name, where, flag: flag ?? '', calls: callRanges(calls) },
  }));
  if (told.length < worthSharing)
    return { shared: '', lines: told.map(({ name, ...rest }) => line(name, rest)) };
  const where = same(told.map((one) => one.where));
  const calls = same(told.map((one) => one.calls));
  const flag = same(told.map((one) => one.flag));
  const begin = sharedBeginning(told.map(({ name }) => name));
  const parts = [where, calls, flag].filter((part) => part !== null && part !== '');
  if (begin !== '')
    parts.push(
      language === 'ja' ? `名前はすべて次で始まります：${begin}` : `names begin with ${begin}`,
    );
  const all = language === 'ja' ? 'すべてに共通：' : 'All of them: ';
  return {
    shared: parts.length === 0 ? '' : all + parts.join(' · '),
    lines: told.map((one) =>
      line(one.name.slice(begin.length), {
        ...{ where: where === null ? one.where : '', calls: calls === null ? one.calls : '' },
        flag: flag === null ? one.flag : '',
      }),
    ),
  };
}

/**
 * Rows of the evidence as plain lines below their operation and Region. There are thousands: a digest stands
 * with its first 16 digits, whole in every other format.
 */
export function callLines(rows: readonly (readonly string[])[]): string[] {
  let above = '';
  return rows.flatMap(([number = '', what = '', when = '', ids = '']) => {
    const [requestId = '', digest = ''] = ids.split('\n');
    const short = /^[0-9a-f]{64}$/.test(digest) ? `${digest.slice(0, 16)}…` : digest;
    const told = [number, when.split('\n')[0], requestId, short].join(' · ');
    const head = what.replace('\n', ' · ');
    if (head === above) return [told];
    above = head;
    return [head, told];
  });
}

function line(name: string, rest: { where: string; calls: string; flag: string }): string {
  return [name, rest.where, rest.calls, rest.flag].filter((part) => part !== '').join(' · ');
}

function same(values: readonly string[]): string | null {
  const [first = ''] = values;
  return values.every((value) => value === first) ? first : null;
}

/** What every name begins with, up to a sign that parts it, such as `arn:aws:iam::111122223333:user/`. */
function sharedBeginning(names: readonly string[]): string {
  let [begin = ''] = names;
  for (const name of names) while (!name.startsWith(begin)) begin = begin.slice(0, -1);
  const parted = /^.*[:/]/su.exec(begin)?.[0] ?? '';
  return names.includes(parted) ? '' : parted;
}
