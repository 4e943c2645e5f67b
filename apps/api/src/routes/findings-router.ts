import findingsChanges from './findings/changes.ts';
import findingsCompare from './findings/compare.ts';
import findingsGroups from './findings/groups.ts';
import findingsList from './findings/list.ts';
import findingsRead from './findings/read.ts';
import overviewRead from './overview/read.ts';
import trendRead from './trend/read.ts';

/** Findings, between scans and over time. */
export const findingsRoutes = {
  findings: {
    list: findingsList,
    groups: findingsGroups,
    read: findingsRead,
    compare: findingsCompare,
    changes: findingsChanges,
  },
  trend: trendRead,
  overview: overviewRead,
};
