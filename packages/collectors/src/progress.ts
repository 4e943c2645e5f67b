import type { Call, EvidenceReading, Lane, ScanProgress } from '@ippo/contracts';

/** How far a scan is, told at most ten times a second and once at its end. */
export type Progress = {
  planned(region: string): void;
  settled(reading: EvidenceReading): void;
  watch: { sent(call: Call): void; ended(call: Call): void };
  finish(): void;
};

const pauseMs = 100;
const shownCalls = 6;

export function openProgress(tell: ((progress: ScanProgress) => void) | undefined): Progress {
  const lanes = new Map<string, Lane>();
  const inFlight = new Set<Call>();
  const refusals = new Map<string, ScanProgress['refusals'][number]>();
  let timer: NodeJS.Timeout | undefined;

  function laneOf(region: string): Lane {
    const lane = lanes.get(region) ?? { region, total: 0, answered: 0, refused: 0, inFlight: 0 };
    lanes.set(region, lane);
    return lane;
  }

  function changed() {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell?.(progress());
    }, pauseMs);
  }

  function progress(): ScanProgress {
    const all = [...lanes.values()];
    return {
      done: sum(all, (lane) => lane.answered + lane.refused),
      total: sum(all, (lane) => lane.total),
      lanes: all.map((lane) => ({ ...lane })).toSorted((a, b) => (a.region < b.region ? -1 : 1)),
      now: [...inFlight]
        .slice(0, shownCalls)
        .map(({ operation, region }) => ({ operation, region })),
      refusals: [...refusals.values()].map((refusal) => ({ ...refusal })),
    };
  }

  function refused({ action, region, reason }: Extract<EvidenceReading, { readable: false }>) {
    const key = `${action} ${region} ${reason}`;
    const known = refusals.get(key) ?? { action, region, reason, count: 0 };
    refusals.set(key, { ...known, count: known.count + 1 });
  }

  return {
    planned(region) {
      laneOf(region).total += 1;
      changed();
    },
    settled(reading) {
      const lane = laneOf(reading.region);
      if (reading.readable) lane.answered += 1;
      else {
        lane.refused += 1;
        if (reading.reason !== 'not-asked') refused(reading);
      }
      changed();
    },
    watch: {
      sent(call) {
        inFlight.add(call);
        laneOf(call.region).inFlight += 1;
        changed();
      },
      ended(call) {
        inFlight.delete(call);
        laneOf(call.region).inFlight -= 1;
        changed();
      },
    },
    finish() {
      clearTimeout(timer);
      tell?.(progress());
    },
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
