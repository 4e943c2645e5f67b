import type allAccounts from './en/lazy/all-accounts.json';
import type responsibility from './en/lazy/responsibility.json';
import type accounts from './en/lazy/accounts.json';
import type answers from './en/answers.json';
import type checks from './en/checks.json';
import type shell from './en/shell.json';
import type exported from './en/lazy/export.json';
import type audit from './en/lazy/audit.json';
import type changes from './en/lazy/changes.json';
import type entry from './en/lazy/entry.json';
import type findings from './en/lazy/findings.json';
import type exceptions from './en/lazy/exceptions.json';
import type firstSteps from './en/first-steps.json';
import type overview from './en/overview.json';
import type reports from './en/lazy/reports.json';
import type regions from './en/lazy/regions.json';
import type watch from './en/lazy/watch.json';
import type weekly from './en/lazy/weekly.json';
import type search from './en/lazy/search.json';
import type scan from './en/lazy/scan.json';
import type steps from './en/steps.json';
import type help from './en/lazy/help.json';
import type questions from './en/lazy/questions.json';
import type people from './en/lazy/people.json';
import type preflight from './en/lazy/preflight.json';
import type settings from './en/lazy/settings.json';

/** Every id of an interface text. */
export type MessageId = keyof (typeof accounts &
  typeof allAccounts &
  typeof responsibility &
  typeof answers &
  typeof checks &
  typeof shell &
  typeof audit &
  typeof changes &
  typeof entry &
  typeof exported &
  typeof exceptions &
  typeof findings &
  typeof firstSteps &
  typeof overview &
  typeof regions &
  typeof reports &
  typeof watch &
  typeof weekly &
  typeof scan &
  typeof search &
  typeof steps &
  typeof help &
  typeof people &
  typeof questions &
  typeof settings &
  typeof preflight);
