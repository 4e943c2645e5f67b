import { contract } from './implement.ts';
import reportsChoices from './reports/choices.ts';
import reportsLatest from './reports/latest.ts';
import reportsMade from './reports/made.ts';
import reportsPreview from './reports/preview.ts';

/** Reports of what was found. */
export const reportsRoutes = contract.reports.router({
  latest: reportsLatest,
  choices: reportsChoices,
  preview: reportsPreview,
  made: reportsMade,
});
