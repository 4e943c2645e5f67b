/** What the killed program does. */
export const acts = ['scan', 'person', 'prune', 'backup'] as const;
export type Act = (typeof acts)[number];

/** Of the backups that the stage makes. */
export const passphrase = 'killed a hundred times';

/** A line that the killed program says: what it is about to do, or what was done for good. */
export type Line =
  | { kind: 'ready'; problems: string[] }
  | { kind: 'begins'; what: Act }
  | { kind: 'scan'; id: string; link: string; status: string; digest: string | null }
  | { kind: 'person'; id: string }
  | { kind: 'pruned' }
  | { kind: 'backup'; file: string; people: number };

/** What was acknowledged over all lives so far. */
export type Acknowledged = {
  scans: { id: string; link: string; status: string; digest: string | null }[];
  people: string[];
  backups: { file: string; people: number }[];
};

/** What the program is told at its start. */
export type StageOrders = {
  folder: string;
  /** PostgreSQL instead of the folder's own database. */
  url: string | null;
  scansBefore: number;
  acknowledged: Acknowledged;
};
