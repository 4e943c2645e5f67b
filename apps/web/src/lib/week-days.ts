import { daysOfWeek, type Language } from '@ippo/contracts';

/** A week's days as people say them: `9–15 November 2026` or `2026年11月9日〜15日`. */
export function writeWeek(week: string, language: Language): string {
  const { monday, sunday } = daysOfWeek(week);
  const [from, to] = [partsOf(monday), partsOf(sunday)];
  const [sameYear, sameMonth] = [from.year === to.year, from.month === to.month];
  // Not `formatRange`: its spaces, and its Japanese, differ from one browser to the next.
  if (language === 'ja') {
    const end = sameMonth ? `${to.day}日` : `${to.month}月${to.day}日`;
    return `${from.year}年${from.month}月${from.day}日〜${sameYear ? end : `${to.year}年${end}`}`;
  }
  const end = `${to.day} ${nameOf(sunday)} ${to.year}`;
  if (sameMonth) return `${from.day}–${end}`;
  return `${from.day} ${nameOf(monday)}${sameYear ? '' : ` ${from.year}`} – ${end}`;
}

/** `W46`. */
export function shortWeek(week: string): string {
  return week.slice(5);
}

function partsOf(day: string) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}

function nameOf(day: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
