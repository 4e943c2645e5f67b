import { AwsError } from '../aws-error.ts';
import { reportCsv } from '../credential-csv.ts';
import type { SimulatedService } from '../define-service.ts';
import { query } from '../protocols/query.ts';

/** AWS makes a new credential report at most every four hours (IAM User Guide, *Credential reports*). */
const fourHours = 4 * 60 * 60 * 1000;

export const iam: SimulatedService = {
  service: 'iam',
  protocol: query('https://iam.amazonaws.com/doc/2010-05-08/'),
  codes: {
    denied: 'AccessDenied',
    deniedStatus: 403,
    throttled: 'Throttling',
    throttledStatus: 400,
  },
  answers: {
    GetAccountSummary: ({ world }) => ({ SummaryMap: new Map(Object.entries(world.summary)) }),
    /** The first request starts a report, the next one finds it complete. */
    GenerateCredentialReport({ memory, now }) {
      const { reportMadeAt, reportAskedFor } = memory;
      if (reportMadeAt !== undefined && now - reportMadeAt < fourHours)
        return { State: 'COMPLETE' };
      if (reportAskedFor !== undefined) {
        memory.reportMadeAt = now;
        delete memory.reportAskedFor;
        return { State: 'COMPLETE' };
      }
      memory.reportAskedFor = now;
      return {
        State: 'STARTED',
        Description: 'No report exists. Starting a new report generation task',
      };
    },
    GetCredentialReport({ world, memory }) {
      if (memory.reportMadeAt === undefined)
        throw new AwsError('ReportNotPresent', 'Report is not generated', 410);
      return {
        Content: new TextEncoder().encode(reportCsv(world.credentials)),
        ReportFormat: 'text/csv',
        GeneratedTime: new Date(Math.floor(memory.reportMadeAt / 1000) * 1000),
      };
    },
  },
};
