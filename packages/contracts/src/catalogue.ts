import type { Aggregate, Measure, Severity, Unit } from './outcome.ts';
import type { Localised } from './text.ts';
import type { StepId } from './report.ts';

/** One way to mend a finding. Marks `{{region}}`, `{{resource}}`, `{{account}}` are filled from the finding. */
export type Remediation = {
  console: { steps: Localised<readonly string[]>; link: string };
  /** AWS CLI lines, or why there are none; what a person must fill in stands in `<angle brackets>`. */
  cli:
    | {
        lines: string;
        actions: readonly string[];
        /**
         * For each reason, the parts of the lines (see `cliParts`) that mend it, counted from 0. The others are
         * for another case, or for later. A reason that is not named here may need any of them.
         */
        mends?: Readonly<Record<string, readonly number[]>>;
      }
    | { none: Localised };
  /** A whole CloudFormation template, or why there is none. */
  cloudformation: { template: string } | { none: Localised };
  /** Terraform (HCL), or why there is none. */
  terraform: { code: string } | { none: Localised };
  minutes: number;
  /** What it costs with its basis; `asOf` is the day the price page was true. */
  cost: { text: Localised; link: string; asOf: string };
  mayBreak: Localised;
};

/** How a check answers to an item of someone else's list: all of it, or part. */
export type Reference = {
  framework: string;
  id: string;
  relation: 'proves' | 'contributes';
  because: Localised;
};

/** Everything a reader may be told about one check, in both languages, as plain data. */
export type CatalogueCheck = {
  id: string;
  measure: Measure;
  severity: Severity;
  unit: Unit;
  aggregate: Aggregate;
  dependsOn: readonly string[];
  /** Evidence ids that it reads. */
  requires: readonly string[];
  step: StepId | null;
  title: Localised;
  /** Two or three words for a column or a lane. */
  short: Localised;
  /** The next step as an imperative: "Start recording again". */
  todo: Localised;
  why: Localised;
  good: Localised;
  reasons: Readonly<Record<string, Localised>>;
  questions: Readonly<Record<string, Localised>>;
  remediation: Remediation;
  references: readonly Reference[];
};

/** Someone else's list: its name, and its requirements by number with titles in our own words. */
export type CatalogueFramework = {
  id: string;
  name: string;
  requirements: Readonly<Record<string, Localised>>;
};

/** The generated catalogue: handed to renderers and served to the web. */
export type Catalogue = {
  digest: string;
  checks: readonly CatalogueCheck[];
  frameworks: readonly CatalogueFramework[];
};
