import { z } from 'zod';

/** The five outcomes of a finding; see checks.md 0.1. */
export const outcomes = ['pass', 'fail', 'unknown', 'manual', 'not-applicable'] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Severities from worst to mildest. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** What a check judges one by one. */
export const units = ['account', 'region', 'trail', 'user', 'bucket', 'plan'] as const;
export const unitSchema = z.enum(units);
export type Unit = z.infer<typeof unitSchema>;

/** How a check's findings become its roll-up. */
export const aggregates = ['all', 'exists'] as const;
export const aggregateSchema = z.enum(aggregates);
export type Aggregate = z.infer<typeof aggregateSchema>;

/** The four measures of the course: separate accounts, root and IAM, record, detect. */
export const measures = [1, 2, 3, 4] as const;
export const measureSchema = z.union(measures.map((measure) => z.literal(measure)));
export type Measure = (typeof measures)[number];
