import { mostSelected, pickId, type FindingRow } from '@ippo/contracts';
import { isGroup, lineOf, type ListedRow } from './listed-rows.ts';

/** A finding or a group that is named in a selection. */
type Part = { count: number; fails: number; group: string };

/**
 * What is selected of a filtered list, on whatever page: everything or nothing, but for what is named. A
 * finding that is named goes before its group. No part is named that is so without it, so counts add up.
 */
export type Picked = {
  all: boolean;
  ins: ReadonlyMap<string, Part>;
  outs: ReadonlyMap<string, Part>;
};

export const nonePicked: Picked = { all: false, ins: new Map(), outs: new Map() };
export const allPicked: Picked = { ...nonePicked, all: true };

/** Whether a finding is selected. */
export function isPicked(picked: Picked, { fingerprint, group }: FindingRow): boolean {
  const id = pickId(fingerprint);
  if (picked.ins.has(id)) return true;
  return !picked.outs.has(id) && isGroupPicked(picked, group);
}

function isGroupPicked({ all, ins, outs }: Picked, group: string): boolean {
  return ins.has(group) || (all && !outs.has(group));
}

/** Whether all findings of a line are selected, those too that did not come with it. */
function isLinePicked(picked: Picked, line: ListedRow): boolean {
  const { group } = line.lead;
  if (line.count === line.findings.length)
    return line.findings.every((row) => isPicked(picked, row));
  return (
    isGroupPicked(picked, group) && [...picked.outs.values()].every((out) => out.group !== group)
  );
}

/** The lines that are selected, those of opened groups among them. */
export function pickedLines(lines: readonly ListedRow[], picked: Picked): ListedRow[] {
  return lines
    .flatMap((line) => [line, ...(isGroup(line) ? line.findings.map(lineOf) : [])])
    .filter((line) => isLinePicked(picked, line));
}

/** The selection once the lines that are ticked went from one set to another; null where it names too many. */
export function afterTicking(
  picked: Picked,
  before: readonly ListedRow[],
  after: readonly ListedRow[],
): Picked | null {
  const was = new Set(before.map(({ key }) => key));
  const is = new Set(after.map(({ key }) => key));
  // A group goes before its places: what is said of it holds for them already.
  const groupsFirst = (lines: readonly ListedRow[]) => lines.toSorted((a, b) => b.count - a.count);
  let next = picked;
  for (const line of groupsFirst(before)) if (!is.has(line.key)) next = ticked(next, line, false);
  for (const line of groupsFirst(after)) if (!was.has(line.key)) next = ticked(next, line, true);
  const named = next.ins.size + next.outs.size;
  return named > mostSelected && named > picked.ins.size + picked.outs.size ? null : next;
}

function ticked(picked: Picked, line: ListedRow, on: boolean): Picked {
  const { lead, count } = line;
  const { group, outcome } = lead;
  const id = isGroup(line) ? group : pickId(lead.fingerprint);
  const others = ([name, part]: [string, Part]) =>
    name !== id && !(isGroup(line) && part.group === group);
  const ins = new Map([...picked.ins].filter(others));
  const outs = new Map([...picked.outs].filter(others));
  const plain = { all: picked.all, ins, outs };
  const already = isGroup(line) ? picked.all : isPicked(plain, lead);
  const part = { count, fails: outcome === 'fail' ? count : 0, group };
  if (already !== on) (on ? ins : outs).set(id, part);
  return plain;
}

/** How many findings are selected of a list, and how many of these fail. */
export function countPicked(
  { all, ins, outs }: Picked,
  list: { total: number; fails: number },
): { count: number; fails: number } {
  const sum = (parts: ReadonlyMap<string, Part>, of: 'count' | 'fails') =>
    [...parts.values()].reduce((total, part) => total + part[of], 0);
  return {
    count: (all ? list.total : 0) + sum(ins, 'count') - sum(outs, 'count'),
    fails: (all ? list.fails : 0) + sum(ins, 'fails') - sum(outs, 'fails'),
  };
}

/** How many of the selected findings the lines of a page stand for. */
export function countOnPage(lines: readonly ListedRow[], picked: Picked): number {
  return lines.reduce((sum, line) => {
    const here = line.findings.filter((row) => isPicked(picked, row)).length;
    const others = line.count - line.findings.length;
    if (others === 0 || !isGroupPicked(picked, line.lead.group)) return sum + here;
    const shown = new Set(line.findings.map(({ fingerprint }) => pickId(fingerprint)));
    const out = [...picked.outs].filter(
      ([id, part]) => part.group === line.lead.group && !shown.has(id),
    );
    return sum + here + others - out.length;
  }, 0);
}

/** A selection as the API takes it beside the list's filter. */
export function pickedQuery({ all, ins, outs }: Picked): { finding: string; without?: string } {
  return {
    finding: [...(all ? ['all'] : []), ...ins.keys()].join(','),
    ...(outs.size > 0 && { without: [...outs.keys()].join(',') }),
  };
}
