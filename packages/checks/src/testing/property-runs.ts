/// <reference types="node" />
import { env } from 'node:process';
import type { Attestation, Evidence, ScanReport } from '@ippo/contracts';
import { defaultSettings, emptyScope } from '@ippo/contracts';
import fc from 'fast-check';
import type { Check } from '../define-check.ts';
import { judge } from '../judge/judge.ts';
import { ACCOUNT, daysAgo } from './evidence.ts';

/** How often a property is tried; `IPPO_TEST_SEED=random` (or a number) tries other accounts than every day. */
export const runs = {
  numRuns: Number(env.IPPO_TEST_RUNS ?? 1000),
  ...(env.IPPO_TEST_SEED === 'random' ? {} : { seed: Number(env.IPPO_TEST_SEED ?? 20261116) }),
};

/** Judges with default settings. */
export function judged(
  evidence: Evidence,
  attestations: readonly Attestation[] = [],
  checks?: readonly Check[],
): ScanReport {
  const inputs = { evidence, settings: defaultSettings, scope: emptyScope, attestations };
  return judge(inputs, checks);
}

const asked = [
  ['org-multi-account', 'organization-ours'],
  ['org-env-separation', 'environments'],
  ['org-env-separation', 'billing'],
  ['org-env-separation', 'delegation'],
  ['org-env-separation', 'workloads'],
  ['cfg-all-types', 'excluded-on-purpose'],
] as const;

/** A person's answers to some questions. */
export const arbitraryAnswers: fc.Arbitrary<Attestation[]> = fc
  .tuple(...asked.map(() => fc.constantFrom('yes', 'yes', 'yes', 'no', 'expired', null)))
  .map((answers) =>
    asked.flatMap(([check, question], at): Attestation[] => {
      const answer = answers[at];
      if (!answer) return [];
      const until = answer === 'expired' ? daysAgo(1) : daysAgo(-30);
      const said = answer === 'no' ? 'no' : 'yes';
      return [
        { account: ACCOUNT, check, question, answer: said, by: 'sato', at: daysAgo(20), until },
      ];
    }),
  );
