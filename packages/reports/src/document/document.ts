import type { Language, Outcome, Severity } from '@ippo/contracts';

/** A shape of ux.md §3; the word beside it says the same. */
export type Mark = Outcome | 'blocked';

/** One cell: a text, or one with a shape, bars of a severity, or the letters of an id. */
export type Cell =
  | string
  | { text: string; mark?: Mark; severity?: Severity; code?: boolean; strong?: boolean };

/** `share` is its part of the width, in any unit. */
export type Column = { heading: string; share: number; number?: boolean };

/** A place that a group of findings is about; `calls` are numbers of the appendix. */
export type Place = {
  /** Resource, or what stands for it. */
  name: string;
  /** Region in words; empty where the name says it. */
  where: string;
  calls: readonly number[];
  /** An accepted risk, in words. */
  flag: string | null;
  fingerprint: string;
};

/** Findings of one check that are judged alike: one sentence, then each place. */
export type Group = {
  mark: Mark;
  word: string;
  severity: Severity;
  sentence: string;
  /** What would let us see it. */
  opens: string | null;
  places: readonly Place[];
};

export type Fact = { label: string; cell: Cell };

/** What a chapter is made of, in order; every format draws each of these its own way. */
export type Block =
  | { kind: 'text'; text: string; tone?: 'lead' | 'note' }
  | { kind: 'heading'; text: string; id: string; mark?: Mark }
  | { kind: 'facts'; caption: string; rows: readonly Fact[] }
  | {
      kind: 'table';
      caption: string;
      columns: readonly Column[];
      rows: readonly (readonly Cell[])[];
      /** The last row is a sum. */
      sum?: boolean;
    }
  | {
      kind: 'check';
      id: string;
      title: string;
      severity: Severity;
      severityWord: string;
      about: readonly string[];
      facts: readonly Fact[];
      groups: readonly Group[];
    }
  | {
      kind: 'calls';
      caption: string;
      columns: readonly Column[];
      rows: readonly (readonly string[])[];
    };

export type Chapter = {
  id: string;
  number: string;
  title: string;
  /** Begins on a page of its own, however short. */
  fresh?: boolean;
  blocks: readonly Block[];
};

/** A figure of the summary, such as "4 of 7". */
export type Figure = { label: string; value: string; note: string };

/** The auditor's report in one language, as what every page-like format draws. */
export type ReportDocument = {
  language: Language;
  title: string;
  subtitle: string;
  /** Account, its name and the day: the head of every page. */
  account: string;
  /** What a reader must know of data that is not an AWS account's; null where it is. */
  notice: string | null;
  /** Instant of the file, UTC. */
  madeAt: string;
  author: string;
  /** The foot of every page. */
  foot: string;
  cover: {
    facts: readonly Fact[];
    /** As of when the findings are. */
    note: string;
    fields: readonly { label: string; value: string }[];
  };
  summary: {
    title: string;
    figures: readonly Figure[];
    sentences: readonly string[];
    /** Every check by its outcome: what `whole` is the sum of. */
    sum: { whole: string; parts: readonly { text: string; mark: Mark }[] };
    steps: { caption: string; items: readonly { name: string; word: string; mark: Mark }[] };
    facts: readonly Fact[];
    worst: Extract<Block, { kind: 'table' }> | null;
    worstNote: string;
  };
  contents: string;
  chapters: readonly Chapter[];
  words: DocumentWords;
};

/** Words that a format itself needs. */
export type DocumentWords = {
  page: string;
  evidence: string;
  resource: string;
  region: string;
  opens: string;
  /** Between what something is called and what it is. */
  colon: string;
  search: string;
  outcome: string;
  severity: string;
  all: string;
  shown: string;
  fingerprint: string;
  byHand: string;
  skip: string;
  notice: string;
  /** Where there are too many answers for whole digests on paper. */
  shortDigests: string;
  cover: string;
  facts: string;
};
