import { catalogue } from '@ippo/checks';
import {
  passes,
  questionStates,
  type AccountQuestion,
  type Attestation,
  type QuestionState,
  type Tokens,
} from '@ippo/contracts';
import { listAttestations } from '../store/attestations.ts';
import type { Database } from '../store/database.ts';
import type { NewestScan } from '../store/findings/newest-scans.ts';
import { checksAskingPeople } from '../store/findings/asked-of-people.ts';

const pageSize = 50;

/** A question with its answers; what is asked of nobody and was never answered is left out. */
export type AskedQuestion = Omit<AccountQuestion, 'answers'> & { answers: Attestation[] };

/** Every question for people about some accounts: the unanswered first, then the soonest to run out. */
export async function questionsAsked(
  db: Database,
  scans: readonly NewestScan[],
  at: Date,
): Promise<AskedQuestion[]> {
  const asking = await checksAskingPeople(
    db,
    scans.map(({ chain }) => chain),
  );
  const found: AskedQuestion[] = [];
  for (const scan of scans) {
    const given = await listAttestations(db, scan.chain, at);
    for (const { id: check, questions } of catalogue.checks)
      for (const question of Object.keys(questions)) {
        const answers = given.filter((one) => one.check === check && one.question === question);
        if (!asking.get(scan.chain)?.has(check) && answers.length === 0) continue;
        const { account, scanId } = scan;
        const state = stateOf(answers[0], at);
        found.push({
          ...{ account, scanId, check, question, state, answers },
          scannedAt: scan.at.toISOString(),
        });
      }
  }
  return found.toSorted(
    (a, b) =>
      questionStates.indexOf(a.state) - questionStates.indexOf(b.state) ||
      endOf(a) - endOf(b) ||
      (a.account < b.account ? -1 : Number(a.account > b.account)),
  );
}

/** A page of questions; `cursor` counts those before it. */
export function pageOfQuestions(
  all: readonly AskedQuestion[],
  { state, cursor }: { state?: Tokens | undefined; cursor?: string | undefined },
) {
  const counts = Object.fromEntries(
    questionStates.map((one) => [one, all.filter((asked) => asked.state === one).length]),
  ) as Record<QuestionState, number>;
  const shown = all.filter((asked) => passes(state, asked.state));
  const from = /^\d+$/.test(cursor ?? '') ? Number(cursor) : 0;
  const to = from + pageSize;
  return {
    page: shown.slice(from, to),
    next: shown.length > to ? String(to) : null,
    total: shown.length,
    counts,
  };
}

function stateOf(newest: Attestation | undefined, at: Date): QuestionState {
  if (!newest) return 'unanswered';
  return Date.parse(newest.until) < at.getTime() ? 'expired' : 'answered';
}

function endOf({ answers: [newest] }: AskedQuestion): number {
  return newest ? Date.parse(newest.until) : 0;
}
