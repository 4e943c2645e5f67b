import { AwsError } from '../aws-error.ts';
import { reportCsv } from '../credential-csv.ts';
import type { SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
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
    ListSAMLProviders: ({ world }) => ({
      SAMLProviderList: world.more.samlProviders.map((Arn) => ({ Arn })),
    }),
    ListOpenIDConnectProviders: ({ world }) => ({
      OpenIDConnectProviderList: world.more.oidcProviders.map((Arn) => ({ Arn })),
    }),
    ListRoles({ world, input }) {
      const prefix = typeof input.PathPrefix === 'string' ? input.PathPrefix : '/';
      const roles = world.more.roles.filter(({ path }) => path.startsWith(prefix));
      const { items, next } = pageOf(roles, input.Marker, Number(input.MaxItems ?? 100));
      return {
        Roles: items.map(({ arn, path, trust }) => ({
          Path: path,
          RoleName: arn.slice(arn.lastIndexOf('/') + 1),
          RoleId: 'AROASIMULATEDEXAMPLE2',
          Arn: arn,
          CreateDate: new Date('2022-04-01T00:00:00Z'),
          AssumeRolePolicyDocument: encodeURIComponent(
            typeof trust === 'string' ? trust : JSON.stringify(trust),
          ),
        })),
        IsTruncated: next !== undefined,
        Marker: next,
      };
    },
    /** What the report said a while ago, unless the world knows better. */
    ListMFADevices({ world, input }) {
      const UserName = String(input.UserName);
      const row = world.credentials.find(({ user }) => user === UserName);
      if (!row)
        throw new AwsError('NoSuchEntity', `The user with name ${UserName} cannot be found.`, 404);
      const reported =
        row['mfa_active'] === 'true' ? [`arn:aws:iam::${world.account}:mfa/phone`] : [];
      const { items, next } = pageOf(
        world.more.mfaSerials[UserName] ?? reported,
        input.Marker,
        100,
      );
      return {
        MFADevices: items.map((SerialNumber) => ({
          UserName,
          SerialNumber,
          EnableDate: new Date('2025-01-15T09:00:00Z'),
        })),
        IsTruncated: next !== undefined,
        Marker: next,
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
