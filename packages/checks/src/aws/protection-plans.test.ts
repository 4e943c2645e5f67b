import { describe, expect, test } from 'vitest';
import { bestState, planState, protectionPlans } from './protection-plans.ts';

describe('a plan’s state by the list of features', () => {
  test.each([
    ['its own name', [{ Name: 'RUNTIME_MONITORING', Status: 'ENABLED' }], 'on'],
    ['its older name', [{ Name: 'EKS_RUNTIME_MONITORING', Status: 'ENABLED' }], 'on'],
    ['another case', [{ Name: 'runtime_monitoring', Status: 'disabled' }], 'off'],
    ['another plan', [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }], 'absent'],
    ['a state that nobody knows', [{ Name: 'RUNTIME_MONITORING', Status: 'DOZING' }], 'unclear'],
    ['a state that AWS left out', [{ Name: 'RUNTIME_MONITORING' }], 'unclear'],
    ['a name that AWS left out', [{ Status: 'ENABLED' }], 'unclear'],
    [
      'off by its own name beside one whose name AWS left out, which may be the older',
      [{ Name: 'RUNTIME_MONITORING', Status: 'DISABLED' }, { Status: 'ENABLED' }],
      'unclear',
    ],
    [
      'off by its own name and on by the older',
      [
        { Name: 'RUNTIME_MONITORING', Status: 'DISABLED' },
        { Name: 'EKS_RUNTIME_MONITORING', Status: 'ENABLED' },
      ],
      'on',
    ],
  ])('%s', (_sentence, Features, expected) => {
    expect(planState({ Features }, 'RUNTIME_MONITORING')).toBe(expected);
  });
});

describe('a plan’s state by the older data sources', () => {
  const sources = (Status: string) => ({
    S3Logs: { Status },
    Kubernetes: { AuditLogs: { Status } },
    MalwareProtection: { ScanEc2InstanceWithFindings: { EbsVolumes: { Status } } },
  });
  const older = ['S3_DATA_EVENTS', 'EKS_AUDIT_LOGS', 'EBS_MALWARE_PROTECTION'];

  test.each([
    ['ENABLED', 'on'],
    ['DISABLED', 'off'],
  ])('%s is %s for the three plans that they know', (status, expected) => {
    const detector = { Features: [], DataSources: sources(status) };

    for (const plan of protectionPlans)
      expect(planState(detector, plan), plan).toBe(older.includes(plan) ? expected : 'unclear');
  });

  test.each([
    ['all of them', {}],
    ['the list itself', { DataSources: undefined }],
    ['every source', { DataSources: {} }],
    [
      'what each source holds',
      { DataSources: { S3Logs: undefined, Kubernetes: {}, MalwareProtection: {} } },
    ],
    [
      'what lies deeper',
      {
        DataSources: {
          S3Logs: {},
          Kubernetes: { AuditLogs: {} },
          MalwareProtection: { ScanEc2InstanceWithFindings: {} },
        },
      },
    ],
    [
      'the state itself',
      { DataSources: { MalwareProtection: { ScanEc2InstanceWithFindings: { EbsVolumes: {} } } } },
    ],
  ])('is unclear where AWS left out %s', (_sentence, detector) => {
    for (const plan of protectionPlans) expect(planState(detector, plan), plan).toBe('unclear');
  });
});

describe('of several states', () => {
  test('the best speaks, and of none nothing can be told', () => {
    expect(bestState(['absent', 'off', 'unclear', 'on'])).toBe('on');
    expect(bestState(['absent', 'off', 'unclear'])).toBe('unclear');
    expect(bestState(['absent', 'off'])).toBe('off');
    expect(bestState(['absent'])).toBe('absent');
    expect(bestState([])).toBe('unclear');
  });
});
