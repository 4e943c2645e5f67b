import { contract } from './implement.ts';
import accountsList from './accounts/list.ts';
import attestationsAnswer from './attestations/answer.ts';
import attestationsList from './attestations/list.ts';
import attestationsQuestions from './attestations/questions.ts';
import auditActors from './audit/actors.ts';
import auditList from './audit/list.ts';
import auditVerify from './audit/verify.ts';
import catalogueRead from './catalogue/read.ts';
import connectionRead from './connection/read.ts';
import closedRegionsConfirm from './closed-regions/confirm.ts';
import closedRegionsEnd from './closed-regions/end.ts';
import closedRegionsList from './closed-regions/list.ts';
import { connectionsRoutes } from './connections-router.ts';
import exportsList from './exports/list.ts';
import { exceptionsRoutes } from './exceptions-router.ts';
import { findingsRoutes } from './findings-router.ts';
import { peopleRoutes } from './people-router.ts';
import policyRead from './policy/read.ts';
import preflightRead from './preflight/read.ts';
import { reportsRoutes } from './reports-router.ts';
import scansCancel from './scans/cancel.ts';
import scansEvidence from './scans/evidence.ts';
import scansList from './scans/list.ts';
import scansRead from './scans/read.ts';
import scansReport from './scans/report.ts';
import scansStart from './scans/start.ts';
import scansWorkers from './scans/workers.ts';
import schedulesList from './schedules/list.ts';
import schedulesSet from './schedules/set.ts';
import sessionRead from './session/read.ts';
import { settingsRoutes } from './settings-router.ts';
import setupCheck from './setup/check.ts';
import setupCreateOwner from './setup/create-owner.ts';
import { storageRoutes } from './storage-router.ts';
import { weeklyRoutes } from './weekly-router.ts';
import signingKeysList from './signing-keys/list.ts';
import statusRead from './status/read.ts';

/** Every endpoint of the contract; one that is missing does not compile. */
export const router = contract.router({
  status: statusRead,
  setup: { check: setupCheck, createOwner: setupCreateOwner },
  session: sessionRead,
  ...peopleRoutes,
  connection: connectionRead,
  connections: connectionsRoutes,
  preflight: preflightRead,
  policy: policyRead,
  scans: {
    start: scansStart,
    list: scansList,
    read: scansRead,
    cancel: scansCancel,
    report: scansReport,
    evidence: scansEvidence,
    workers: scansWorkers,
  },
  storage: storageRoutes,
  settings: settingsRoutes,
  schedules: { list: schedulesList, set: schedulesSet },
  reports: reportsRoutes,
  signingKeys: { list: signingKeysList },
  ...findingsRoutes,
  ...weeklyRoutes,
  exports: { list: exportsList },
  attestations: {
    list: attestationsList,
    questions: attestationsQuestions,
    answer: attestationsAnswer,
  },
  closedRegions: {
    list: closedRegionsList,
    confirm: closedRegionsConfirm,
    end: closedRegionsEnd,
  },
  exceptions: exceptionsRoutes,
  audit: { list: auditList, actors: auditActors, verify: auditVerify },
  accounts: accountsList,
  catalogue: catalogueRead,
});
