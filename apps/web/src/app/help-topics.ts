import { matchPath } from 'react-router';
import { paths } from './paths.ts';

/** Pages with a help panel, each by its address. */
const topics = {
  [paths.overview]: 'overview',
  [paths.firstSteps]: 'first-steps',
  [paths.week]: 'weekly',
  [paths.findings]: 'findings',
  [paths.finding]: 'finding',
  [paths.regions]: 'regions',
  [paths.checks]: 'checks',
  [paths.check]: 'check',
  [paths.reports]: 'reports',
  [paths.verifyReport]: 'reports',
  [paths.exceptions]: 'exceptions',
  [paths.answers]: 'answers',
  [paths.scans]: 'scans',
  [paths.scan]: 'scan',
  [paths.changes]: 'changes',
  [paths.auditLog]: 'audit',
  [paths.team]: 'team',
  [paths.settings]: 'settings',
  [paths.profile]: 'profile',
  [paths.accounts]: 'accounts',
  [paths.sharedResponsibility]: 'responsibility',
} as const;

export type HelpTopic = (typeof topics)[keyof typeof topics];

/** What the help panel of an address is about; null where it has none. */
export function topicOf(pathname: string): HelpTopic | null {
  const found = Object.entries(topics).find(([path]) => matchPath(path, pathname) !== null);
  return found?.[1] ?? null;
}
