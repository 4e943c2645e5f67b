import type { Language, ProblemCode } from '@ippo/contracts';
import type { Gathered, PackSource } from '@ippo/reports';
import type { PackedEvidence } from '../store/evidence-parts/pack-evidence.ts';
import type { StoredJudgement } from '../store/judgements-as-stored.ts';

/** Everything that a report is made of, as it lies in the database: opening it takes a second of its own. */
export type ReportJob = {
  /** The whole file, or what it begins with. */
  task: 'file' | 'preview';
  /** The id of a format. */
  format: string;
  language: Language;
  zone: string;
  /** What masks are made with; null where nothing is masked. */
  maskKey: string | null;
  gathered: Omit<Gathered, 'report' | 'evidence'>;
  judgement: StoredJudgement;
  evidence: PackedEvidence;
  /** Null where no pack is made. */
  pack: Omit<PackSource, 'report' | 'evidence' | 'calls'> | null;
};

type Facts = ReadonlyMap<string, string>;
/** The job without its facts, which follow in groups. */
export type JobHead = Omit<ReportJob, 'judgement' | 'evidence'> & {
  judgement: Exclude<StoredJudgement, { kind: 'parts' }> | JudgementWithoutFacts;
  evidence: Omit<PackedEvidence, 'facts'>;
};
type JudgementWithoutFacts = Omit<Extract<StoredJudgement, { kind: 'parts' }>, 'facts'>;

/** What goes over to the child, in this order. */
export type ToChild =
  | { kind: 'head'; head: JobHead }
  | { kind: 'facts'; facts: [digest: string, body: string][] }
  | { kind: 'go' };

/** What the child tells beside the bytes. */
export type FromChild =
  | { kind: 'begun'; fileName: string; mediaType: string }
  | {
      kind: 'failed';
      why: string;
      problem?: { code: ProblemCode; params: Record<string, string> };
    };

/** Small enough to be written without anybody noticing. */
const charactersAtOnce = 256 * 1024;

/** A job in messages, none of which takes long to write. */
export function* messagesOf(job: ReportJob): Generator<ToChild, void> {
  const { judgement, evidence, ...rest } = job;
  const { facts, ...packed } = evidence;
  yield { kind: 'head', head: { ...rest, judgement: withoutFacts(judgement), evidence: packed } };
  const own: Facts = judgement.kind === 'parts' ? judgement.facts : new Map();
  yield* inGroups(own);
  yield* inGroups(facts);
  yield { kind: 'go' };
}

/** The job again, from its head and all facts. */
export function jobOf({ judgement, evidence, ...rest }: JobHead, facts: Facts): ReportJob {
  return {
    ...rest,
    judgement: judgement.kind === 'parts' ? { ...judgement, facts } : judgement,
    evidence: { ...evidence, facts },
  };
}

function withoutFacts(judgement: StoredJudgement): JobHead['judgement'] {
  if (judgement.kind === 'whole') return judgement;
  const { facts: _facts, ...rest } = judgement;
  return rest;
}

function* inGroups(facts: Facts): Generator<ToChild, void> {
  let group: [string, string][] = [];
  let characters = 0;
  for (const fact of facts) {
    group.push(fact);
    characters += fact[1].length;
    if (characters < charactersAtOnce) continue;
    yield { kind: 'facts', facts: group };
    group = [];
    characters = 0;
  }
  if (group.length > 0) yield { kind: 'facts', facts: group };
}
