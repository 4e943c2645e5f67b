import type { Instant, Language } from '@ippo/contracts';
import { readerZone } from './reader-zone.ts';

/** Locales that know a zone's short name ("JST", "CET"), asked in turn: each names only its own. */
const namingLocales = ['en-US', 'ja-JP', 'en-GB', 'en-AU', 'en-IN', 'en-CA', 'ko-KR'];

/** The short name of the reader's zone at a moment, or its distance from UTC. */
export function zoneName(at: Date, zone = readerZone()): string {
  if (zone === 'UTC') return 'UTC';
  let name = '';
  for (const locale of namingLocales) {
    name = part(new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }), at);
    if (!/^(GMT|UTC).|^GMT$/.test(name) || zone === 'Europe/London') return name;
  }
  return name.replace('GMT', 'UTC');
}

function part(format: Intl.DateTimeFormat, at: Date): string {
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

type Parts = Record<Intl.DateTimeFormatPartTypes, string>;

function partsOf(at: Date, language: Language, zone: string): Parts {
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: language === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const entries = format.formatToParts(at).map(({ type, value }) => [type, value]);
  return Object.fromEntries(entries) as Parts;
}

/** `Mon 16 Nov 2026, 09:03 JST` or `2026年11月16日(月) 09:03 JST`, in the reader's zone. */
export function writeInstant(instant: Instant, language: Language, zone = readerZone()): string {
  const at = new Date(instant);
  const p = partsOf(at, language, zone);
  const time = `${p.hour}:${p.minute}\u00a0${zoneName(at, zone)}`;
  if (language === 'ja') return `${p.year}年${p.month}月${p.day}日(${p.weekday}) ${time}`;
  return `${p.weekday} ${p.day}\u00a0${month(p)} ${p.year}, ${time}`;
}

/** `Mon 16 Nov, 09:03 JST` or `11月16日(月) 09:03 JST`, where the year stands beside it. */
export function writeMoment(instant: Instant, language: Language, zone = readerZone()): string {
  const at = new Date(instant);
  const p = partsOf(at, language, zone);
  const time = `${p.hour}:${p.minute}\u00a0${zoneName(at, zone)}`;
  if (language === 'ja') return `${p.month}月${p.day}日(${p.weekday})\u00a0${time}`;
  return `${p.weekday}\u00a0${p.day}\u00a0${month(p)}, ${time}`;
}

/** `10 Nov` or `11月10日`. */
export function writeDay(instant: Instant, language: Language, zone = readerZone()): string {
  const p = partsOf(new Date(instant), language, zone);
  return language === 'ja' ? `${p.month}月${p.day}日` : `${p.day}\u00a0${month(p)}`;
}

/** `10 Nov` or `11/10`, for an axis. */
export function shortDay(instant: Instant, language: Language, zone = readerZone()): string {
  const p = partsOf(new Date(instant), language, zone);
  return language === 'ja' ? `${p.month}/${p.day}` : `${p.day}\u00a0${month(p)}`;
}

/** ICU writes "Sept" in British English; every other month has three letters. */
function month(p: Parts): string {
  return p.month.slice(0, 3);
}

/** `2026-11-16 00:03:12 UTC`, as evidence is written. */
export function writeUtc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `12 minutes ago` or `12 分前`; under a minute it says so in words of the language. */
export function writeAge(instant: Instant, language: Language, now = Date.now()): string {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  for (const [unit, length] of steps)
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  return format.format(-Math.floor(seconds), 'second');
}

/** Whole days between an instant and another (now, unless said). */
export function daysSince(instant: Instant, until = Date.now()): number {
  return Math.floor((until - Date.parse(instant)) / 86_400_000);
}
