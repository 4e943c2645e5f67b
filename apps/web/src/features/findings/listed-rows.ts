import type { FindingGroupRow, FindingRow } from '@ippo/contracts';

/** A line of the list: one finding, or findings that say the same of several places. */
export type ListedRow = {
  key: string;
  /** The finding that speaks for the line. */
  lead: FindingRow;
  findings: readonly FindingRow[];
  /** How many there are; more than `findings` holds where a group is large. */
  count: number;
  /** Whether all of them tell what the lead tells, but for their places. */
  same: boolean;
};

/** A finding as a line of its own. */
export function lineOf(row: FindingRow): ListedRow {
  return { key: row.fingerprint, lead: row, findings: [row], count: 1, same: true };
}

/** A group as a line; one finding alone is no group. */
export function lineOfGroup({ count, findings, same }: FindingGroupRow): ListedRow[] {
  const [lead] = findings;
  if (lead === undefined) return [];
  if (count === 1) return [lineOf(lead)];
  return [{ key: `group ${lead.fingerprint}`, lead, findings, count, same }];
}

/** Whether a line stands for several findings. */
export function isGroup({ count }: ListedRow): boolean {
  return count > 1;
}

/** The one value that all findings of a line share, else undefined. */
export function shared<Value>(line: ListedRow, of: (row: FindingRow) => Value): Value | undefined {
  const values = new Set(line.findings.map(of));
  return values.size === 1 && line.count === line.findings.length ? [...values][0] : undefined;
}

/** The lines that are selected: a group where each of its findings is. */
export function selectedLines(
  lines: readonly ListedRow[],
  has: (row: FindingRow) => boolean,
): ListedRow[] {
  return lines
    .flatMap((line) => [line, ...(isGroup(line) ? line.findings.map(lineOf) : [])])
    .filter(({ findings, count }) => count === findings.length && findings.every(has));
}

/** The findings that are selected once the lines that are ticked went from one set to another. */
export function afterTicking(
  rows: readonly FindingRow[],
  before: readonly ListedRow[],
  after: readonly ListedRow[],
): FindingRow[] {
  const was = new Set(before.map(({ key }) => key));
  const is = new Set(after.map(({ key }) => key));
  const added = after.filter(({ key }) => !was.has(key)).flatMap(({ findings }) => findings);
  const gone = before.filter(({ key }) => !is.has(key)).flatMap(({ findings }) => findings);
  const dropped = new Set(gone.map(({ fingerprint }) => fingerprint));
  const all = [...rows, ...added].filter(({ fingerprint }) => !dropped.has(fingerprint));
  return [...new Map(all.map((row) => [row.fingerprint, row])).values()];
}
