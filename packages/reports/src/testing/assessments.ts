import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Assessment, Catalogue, Language } from '@ippo/contracts';
import { buildAssessment } from '../assessment/build-assessment.ts';
import type { Gathered } from '../assessment/gathered.ts';
import type { ReportContext } from '../define-report-format.ts';

/** What is stored beside this file; `apps/api/src/testing/make-assessments.ts` makes it. */
export const gatheredNames = [
  ...['acme-demo', 'read-refused', 'half-dark', 'spotless', 'empty'],
] as const;

/** What an install gathered about a simulated account, judged by the real engine. */
export function gathered(name: string): Gathered {
  return JSON.parse(stored(name)) as Gathered;
}

/** The account that the pages are drawn with, three accepted risks and an answer in it. */
export function demoAssessment(): Assessment {
  return buildAssessment(gathered('acme-demo'));
}

/** Only the identity and the Region list answered. */
export function unreadableAssessment(): Assessment {
  return buildAssessment(gathered('read-refused'));
}

/** Nothing was asked for, nothing judged: no check, no finding, no accepted risk. */
export function emptyAssessment(): Assessment {
  return buildAssessment({
    ...gathered('empty'),
    ...{ accountName: null, organization: null, auditTrail: [], attestations: [], exceptions: [] },
    thresholdChanges: [],
  });
}

/** What a report of the catalogue's texts is written with, and no pack. */
export function contextIn(language: Language): ReportContext {
  return {
    catalogue: JSON.parse(stored('catalogue')) as Catalogue,
    ...{ language, zone: 'Asia/Tokyo', pack: null },
  };
}

function stored(name: string): string {
  const file = path.join(import.meta.dirname, `gathered/${name}.json.gz`);
  return gunzipSync(readFileSync(file)).toString();
}
