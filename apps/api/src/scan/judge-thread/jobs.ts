import { judge, type JudgeInputs } from '@ippo/checks';
import type { Evidence, Settings } from '@ippo/contracts';
import {
  packEvidence,
  unpackEvidence,
  type PackedEvidence,
} from '../../store/evidence-parts/pack-evidence.ts';
import { packReport, type PackedReport } from '../../store/report-parts/pack-report.ts';
import { digestOfSettings } from '../../store/report-parts/summarise.ts';
import { settingsEffect, type SettingsEffect } from './settings-effect.ts';

/** What is judged besides the evidence. */
export type JudgedWith = Omit<JudgeInputs, 'evidence'>;

/** Work that takes a second of processor time for a large account; each a plain function on plain values. */
export const jobs = {
  pack: (evidence: Evidence): PackedEvidence => packEvidence(evidence),
  judge(packed: PackedEvidence, given: JudgedWith): PackedReport {
    const evidence = unpackEvidence(packed);
    const settings = digestOfSettings(given.settings, given.scope);
    return packReport(judge({ ...given, evidence }), evidence.calls, settings);
  },
  /** What other limits would change; nothing of it is kept. */
  tryOut(packed: PackedEvidence, given: JudgedWith, settings: Settings): SettingsEffect {
    const evidence = unpackEvidence(packed);
    return settingsEffect(judge({ ...given, evidence }), judge({ ...given, settings, evidence }));
  },
};
export type Jobs = typeof jobs;
export type JobName = keyof Jobs;

/** What goes over to the thread, and what comes back. */
export type JobRequest = { id: number; name: JobName; given: unknown[] };
export type JobAnswer = { id: number } & ({ result: unknown } | { error: unknown });
