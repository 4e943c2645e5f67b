/** Writes instants as an auditor compares them: UTC, the reader's zone beside it. */
export type InstantWriter = {
  /** `2026-11-16 00:02:56 UTC (09:02:56 JST)` */
  both(at: string): string;
  /** `2026-11-16 00:02:56` in UTC. */
  utc(at: string): string;
  /** `2026-11-16 09:02:56` in the zone. */
  local(at: string): string;
  /** What the zone is called: `JST`. */
  zoneName: string;
};

/** A writer for a zone (IANA); the same on every machine, whatever its own zone and locale. */
export function instantWriter(zone: string): InstantWriter {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  const zoneName = nameOf(zone);
  function local(at: string): string {
    if (Number.isNaN(Date.parse(at))) return at;
    const part = new Map(parts.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
    const day = `${part.get('year')}-${part.get('month')}-${part.get('day')}`;
    return `${day} ${part.get('hour')}:${part.get('minute')}:${part.get('second')}`;
  }
  function utc(at: string): string {
    if (Number.isNaN(Date.parse(at))) return at;
    return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  }
  function both(at: string): string {
    const [here, there] = [local(at), utc(at)];
    if (Number.isNaN(Date.parse(at))) return at;
    if (here === there) return `${there} UTC`;
    const beside = here.slice(0, 10) === there.slice(0, 10) ? here.slice(11) : here;
    return `${there} UTC (${beside} ${zoneName})`;
  }
  return { both, utc, local, zoneName };
}

function nameOf(zone: string): string {
  // The names of ICU's English data call it GMT+9, which no Japanese auditor writes.
  if (zone === 'Asia/Tokyo') return 'JST';
  const [name] = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(new Date('2026-01-01T00:00:00Z'))
    .filter(({ type }) => type === 'timeZoneName');
  return name?.value === 'GMT' ? zone : (name?.value ?? zone);
}
