import type { EvidenceId, EvidenceReading } from '@ippo/contracts';
import type { Collector, Target } from './define-collector.ts';
import type { Progress } from './progress.ts';
import { registry } from './registry.ts';
import type { Run } from './run.ts';
import { notAsked, takeReading, type Taken } from './take-reading.ts';

/** The readings of a scan as they are made, each at most once. */
export type Plan = {
  add(taken: Taken): void;
  /** Makes one reading. */
  take(collector: Collector, target: Target): Promise<EvidenceReading>;
  /** Makes a reading and, as soon as it is there, those that hang on it. */
  follow(collector: Collector, target: Target, regions: readonly string[]): Promise<void>;
  leaveOut(collector: Collector, target: Target): void;
  /** Settles the question of expired credentials, if one came up. */
  recheck(): Promise<void>;
  taken(): Taken[];
};

export function openPlan(
  run: Run,
  account: string,
  progress: Progress,
  recheckIdentity: () => Promise<void>,
): Plan {
  const taken: Taken[] = [];
  const begun = new Set<string>();
  const settled = new Map<EvidenceId, Map<string, EvidenceReading>>();
  let rechecked: Promise<void> | undefined;

  function add(one: Taken) {
    const { reading } = one;
    taken.push(one);
    settledOf(reading.type).set(reading.region, reading);
    progress.settled(reading);
    const expired =
      !reading.readable && /^(ExpiredToken|RequestExpired)/.test(reading.detail ?? '');
    if (expired && !rechecked) {
      rechecked = recheckIdentity();
      // Awaited by `recheck`; until then a rejection is not unhandled.
      rechecked.catch(() => {});
    }
  }

  function settledOf(type: EvidenceId) {
    const known = settled.get(type) ?? new Map<string, EvidenceReading>();
    settled.set(type, known);
    return known;
  }

  async function take(collector: Collector, target: Target) {
    progress.planned(target.region);
    const parents = collector.after ? settledOf(collector.after) : new Map();
    const one = await takeReading(run, collector, target, account, parents);
    add(one);
    return one.reading;
  }

  async function follow(collector: Collector, target: Target, regions: readonly string[]) {
    const key = JSON.stringify([collector.evidence, target]);
    if (begun.has(key)) return;
    begun.add(key);
    await take(collector, target);
    const children = Object.values(registry).filter(({ after }) => after === collector.evidence);
    const parents = settledOf(collector.evidence);
    await Promise.all(
      children.flatMap((child) =>
        (child.targets?.(parents, regions) ?? [{ region: target.region }]).map((next) =>
          follow(child, next, regions),
        ),
      ),
    );
  }

  return {
    add(one) {
      progress.planned(one.reading.region);
      add(one);
    },
    take,
    follow,
    leaveOut(collector, target) {
      progress.planned(target.region);
      add({ reading: notAsked(collector, target, run.session.clock.now()), calls: [] });
    },
    recheck: async () => rechecked,
    taken: () => taken,
  };
}
