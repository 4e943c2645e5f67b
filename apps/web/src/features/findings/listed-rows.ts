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
