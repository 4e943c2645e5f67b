/** A part of the line where a change begins, and what the change puts there. */
export type Change = readonly [line: string, becomes: string];

const another = '"Stryker was here!"';
const anItem = '["Stryker was here"]';

/**
 * Changes that no test can notice, looked at one by one: by what makes them so, then by file below
 * `packages/checks/src`.
 */
export const explained: Readonly<Record<string, Readonly<Record<string, readonly Change[]>>>> = {
  'An instant that is missing has no age (NaN), and no limit holds for it: the condition is there for the compiler':
    {
      'catalog/cloudtrail/ct-delivery.ts': [
        ['if (last !== undefined &&', 'true'],
        ['const silent = last !== undefined', 'true'],
        ['return instant !== undefined', 'true'],
      ],
      'catalog/config/cfg-recording.ts': [['lastStartTime !== undefined', 'true']],
      'catalog/guardduty/gd-findings.ts': [['CreatedAt !== undefined', 'true']],
      'catalog/iam/root-access-key.ts': [['rotated !== undefined', 'true']],
      'catalog/iam/root-usage.ts': [['lastUsedAt !== undefined', 'true']],
    },
  'What the condition asks always holds where the line is reached: it is there for the compiler': {
    'aws/event-patterns.ts': [
      ['has !== undefined', 'true'],
      ["[first = '', ...between]", another],
    ],
    'aws/ways-in.ts': [['organization.value?.Id', 'organization.value.Id']],
    'catalog/guardduty/gd-features.ts': [["planState(one.value, plan) : 'unclear'", '""']],
    'catalog/guardduty/gd-findings.ts': [['(reading.readable ? reading.value : [])', anItem]],
    'judge/judge.ts': [
      ['const judged = checks', 'checks.map(check => results.get(check.id))'],
      ['.filter((result) => result !== undefined)', 'true'],
    ],
    'judge/roll-up.ts': [['only !== undefined', 'true']],
  },
  'Undefined is looked for nowhere, so it needs no leaving out: the condition is there for the compiler':
    {
      'aws/bucket-access.ts': [['rule !== undefined && known.includes', 'true']],
      'aws/complete-management-events.ts': [["typeof part === 'object'", 'true']],
      'aws/trail-fitness.ts': [["one.state === 'flawed' ? one.flaw", 'true']],
    },
  'Sorting puts undefined last by itself, after every instant': {
    'aws/age.ts': [
      ['return instants', 'instants'],
      ['instant !== undefined', 'true'],
    ],
  },
  'The keys of a map, and of an object, are never equal': {
    'aws/trails.ts': [['a < b', 'a <= b']],
    'canonical-json.ts': [['a < b', 'a <= b']],
    'judge/coverage.ts': [['a < b', 'a <= b']],
    'judge/roll-up.ts': [['right.length - left.length || (a < b', 'a <= b']],
  },
  'AWS gives no two of them the same name or ARN': {
    'aws/config-recorders.ts': [['a.name < b.name', 'a.name <= b.name']],
    'aws/event-rules.ts': [['a.Name < b.Name', 'a.Name <= b.Name']],
    'aws/lake-stores.ts': [['a.arn < b.arn', 'a.arn <= b.arn']],
    'catalog/config/cfg-delivery.ts': [['a.name < b.name', 'a.name <= b.name']],
  },
  'What is written alike comes out alike in either order': {
    'judge/roll-up.ts': [['String(a) < String(b)', 'String(a) <= String(b)']],
  },
  'A text that is missing is only compared with names, and what stands in for it is none of them': {
    'aws/bucket-access.ts': [
      ["reading.detail ?? ''", another],
      ["URI ?? ''", another],
    ],
    'aws/complete-management-events.ts': [["ReadWriteType?.toLowerCase() ?? ''", another]],
    'aws/lake-stores.ts': [["Status?.toLowerCase() ?? ''", another]],
    'aws/ways-in.ts': [["split(':role/')[1] ?? ''", another]],
    'catalog/organizations/org-multi-account.ts': [["account.Status ?? ''", another]],
  },
  'The item that stands in for a missing list has nothing of what is looked for in it': {
    'aws/complete-management-events.ts': [
      ["typeof part === 'object' ? [part] : []", anItem],
      ["admits('true')", anItem],
      ["admits('false')", anItem],
    ],
    'aws/ways-in.ts': [
      ['listed.value : listed.partial) ?? []', anItem],
      ['principal.includes', anItem],
    ],
    'catalog/config/cfg-frequency.ts': [['recordingModeOverrides ?? []', anItem]],
    'catalog/guardduty/gd-notify.ts': [['products.partial) ?? []', anItem]],
  },
  'What was not read is answered as unknown, whatever the list that stands in for it holds': {
    'aws/event-rules.ts': [['rules.value : rules.partial) ?? []', anItem]],
    'aws/ways-in.ts': [
      [': [];', anItem],
      ['role.Trust?.flatMap(assumers) ?? []', anItem],
    ],
    'catalog/config/cfg-delivery.ts': [[': [];', anItem]],
    'catalog/config/cfg-global-types.ts': [['ownRecorders(recorders.value) : []', anItem]],
    'catalog/guardduty/gd-findings.ts': [['reading.value : reading.partial) ?? []', anItem]],
    'catalog/organizations/org-multi-account.ts': [['accounts.partial) ?? []', anItem]],
  },
  'An earlier line has answered wherever this value would be looked at': {
    'aws/complete-management-events.ts': [
      ["=== 'management') ?? false", 'true'],
      ['exclusionGap(field.NotEquals ?? [])', anItem],
    ],
    'catalog/cloudtrail/ct-mgmt-events.ts': [
      ['const everything: Completeness', 'true'],
      ['const untold: Completeness', 'true'],
    ],
    'catalog/iam/root-usage.ts': [["cell?.trim() ?? ''", another]],
  },
  'Nothing compares with this name: it only differs from those that are compared with': {
    'aws/complete-management-events.ts': [
      ["return 'nothing';", '""'],
      ["? 'other' : 'none'", '""'],
    ],
    'catalog/guardduty/gd-notify.ts': [["state: 'closed'", '""']],
  },
  'The fallback behind the list says the same': {
    'aggregate.ts': [["'not-applicable'],", '""']],
  },
  'It comes first, and what the list lacks is placed before the first': {
    'aws/config-recorders.ts': [["['pass', 'unknown', 'manual', 'fail']", '""']],
  },
  'Only other answers are looked for there, so an answer without the field is passed over as this one is':
    {
      'aws/bucket-access.ts': [['return { told: true, from };', '{}']],
      'catalog/config/cfg-global-types.ts': [['return { keeps: false, missing', '{}']],
    },
  'A flag that is left out is not set': {
    'catalog/cloudtrail/ct-multi-region.ts': [['fitness(known, { delivery: false })', '{}']],
  },
  'The engine leaves a place out where it is undefined': {
    'catalog/cloudtrail/ct-log-validation.ts': [['HomeRegion === undefined', 'false']],
    'catalog/iam/iam-user-mfa.ts': [['row.arn === undefined', 'false']],
  },
  'The fields added say neither read nor write, or make the gap “other”, and then what is kept counts no more':
    {
      'aws/complete-management-events.ts': [
        ['const readOnly = rest.filter', 'rest'],
        ['const readOnly = rest.filter', 'true'],
      ],
    },
  'The score and the steps ask of an outcome only whether it is fail, unknown or manual: this is none':
    {
      'judge/accepted-risks.ts': [["outcome: 'pass', standing: 'met'", '""']],
      'judge/judge.ts': [["outcome: 'pass', blocked: false, standing: 'met'", '""']],
    },
  'Undefined is no pattern either': {
    'aws/event-patterns.ts': [['} catch {', '{}']],
  },
  'The parser of dates refuses what follows a date, as the end of the pattern does': {
    'catalog/iam/root-usage.ts': [
      [
        'const iso = ',
        String.raw`/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})/i`,
      ],
    ],
  },
  'A guard against a defect of the engine itself: every scope without a unit was settled before': {
    'judge/evaluate-check.ts': [
      ["if (outcome === 'no-unit') throw", 'false'],
      ["if (outcome === 'no-unit') throw", '""'],
      ["if (outcome === 'no-unit') throw", '``'],
    ],
  },
};
