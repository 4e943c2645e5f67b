import type { EvidenceValue } from '@ippo/contracts';
import { ageAt, DAY } from '../../aws/age.ts';
import { detectorIds, isWatching } from '../../aws/guardduty-detectors.ts';
import type { Told } from '../../aws/root-user.ts';
import { defineCheck } from '../../define-check.ts';
import { eachRegion } from '../../each-region.ts';
import { fail, noUnit, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

type Finding = EvidenceValue<'guardduty.findings'>[number];

export default defineCheck({
  id: 'gd-findings',
  measure: 4,
  severity: 'high',
  weight: 0,
  unit: 'region',
  aggregate: 'all',
  requires: ['guardduty.detectors', 'guardduty.detector', 'guardduty.findings'],
  dependsOn: ['gd-enabled'],
  text: {
    en: {
      title: 'No serious GuardDuty finding is open',
      short: 'Open threats',
      todo: 'Work through the open GuardDuty findings',
      why: 'A finding of high or critical severity means that something in your account may be under attack or already taken over. Each hour that nobody looks gives an attacker more time.',
      good: 'GuardDuty is on and shows no finding of severity 7 or more that is neither archived nor a sample.',
      reasons: {
        met: 'GuardDuty is watching, and no serious finding of this account is open.',
        'open-findings':
          'Serious findings open: {open}. Oldest: {oldestAt}. Open for more than a day: {overdue}.',
      },
    },
    ja: {
      title: '未対応の重大な GuardDuty 検出結果がない',
      short: '未対応の脅威',
      todo: '未対応の GuardDuty 検出結果を調べる',
      why: '重要度「高」や「重大」の検出結果は、アカウント内の何かが攻撃を受けているか、すでに乗っ取られている可能性を示します。放置した時間だけ、攻撃者に猶予を与えることになります。',
      good: 'GuardDuty が有効で、重要度 7 以上の検出結果（アーカイブ済みとサンプルを除く）が 1 件もない状態です。',
      reasons: {
        met: 'GuardDuty は監視中で、このアカウントに未対応の重大な検出結果はありません。',
        'open-findings':
          '未対応の重大な検出結果：{open} 件。最も古いもの：{oldestAt}。1 日を超えたもの：{overdue} 件。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open GuardDuty in the Region, choose “Findings” and sort by severity.',
          'Open each finding: it names the resource, what was done and from where, and links to what to do.',
          'Stop the harm first (deactivate the key, isolate the server), then find the cause.',
          'Archive a finding only when it is dealt with or proven harmless.',
        ],
        ja: [
          '対象リージョンで GuardDuty を開き、「検出結果」を重要度順に並べます。',
          '検出結果ごとに、対象リソース・行われた操作・接続元・推奨される対応を確認します。',
          'まず被害を止め（キーの無効化、サーバーの隔離など）、そのあとで原因を調べます。',
          '対応が済んだもの、または無害と確認できたものだけをアーカイブします。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/guardduty/home?region={{region}}#/findings',
    },
    cli: {
      lines: `aws guardduty list-findings --detector-id <detector-id> --finding-criteria '{"Criterion":{"severity":{"Gte":7},"service.archived":{"Eq":["false"]}}}' --region <region>
aws guardduty get-findings --detector-id <detector-id> --finding-ids <finding-id> --region <region>
# Only when it is dealt with or proven harmless:
aws guardduty archive-findings --detector-id <detector-id> --finding-ids <finding-id> --region <region>`,
      mends: { 'open-findings': [0] },
      actions: ['guardduty:ArchiveFindings', 'guardduty:GetFindings', 'guardduty:ListFindings'],
    },
    cloudformation: {
      none: {
        en: 'A finding is a possible incident: a person has to look at it; no template can.',
        ja: '検出結果はインシデントの可能性を示します。テンプレートでは解決できず、人による確認が必要です。',
      },
    },
    terraform: {
      none: {
        en: 'A finding is a possible incident: a person has to look at it; no code can.',
        ja: '検出結果はインシデントの可能性を示します。コードでは解決できず、人による確認が必要です。',
      },
    },
    minutes: 60,
    cost: {
      text: {
        en: 'Looking at findings and archiving them is free.',
        ja: '検出結果の確認とアーカイブは無料です。',
      },
      link: 'https://aws.amazon.com/guardduty/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Looking breaks nothing. Deactivating a key or isolating a server stops whatever uses it: ask its owner first, unless harm is being done.',
      ja: '確認による影響はありません。キーの無効化やサーバーの隔離は利用中の処理を止めるため、被害が進行中でなければ所有者に確認してください。',
    },
  },
  references: [
    ...refers(
      'proves',
      { en: 'ours also sees 7.x, 8.x and critical', ja: '7.x、8.x、「重大」も対象とするため' },
      { prowler: ['guardduty_no_high_severity_findings'] },
    ),
    ...refers(
      'contributes',
      { en: 'findings are looked at', ja: '検出結果への対応を確認するため' },
      { 'aws-ssb': ['ACCT.14'], 'aws-ssb-2022': ['ACCT.11'] },
    ),
  ],
  evaluate(evidence) {
    return eachRegion(evidence, (region) => {
      const { list, ids } = detectorIds(evidence, region);
      const detectors = ids.map((id) => evidence.of('guardduty.detector', id));
      const readings = ids.map((id) => evidence.of('guardduty.findings', id));
      const judged = readings.flatMap((reading) =>
        ((reading.readable ? reading.value : reading.partial) ?? []).map((finding) => ({
          finding,
          counts: isOpen(finding, evidence.account),
          overdue: finding.CreatedAt !== undefined && ageAt(reading.at, finding.CreatedAt) > DAY,
        })),
      );
      const open = judged.filter(({ counts }) => counts === true);
      const ofMembers = judged.filter(({ finding }) =>
        isOfMember(finding, evidence.account),
      ).length;

      if (open.length > 0) {
        const oldest = open.flatMap(({ finding }) => finding.CreatedAt ?? []).toSorted(byInstant);
        const overdue = open.filter((one) => one.overdue).length;
        const params = { open: open.length, oldestAt: oldest.slice(0, 1), overdue, ofMembers };
        return fail('open-findings', params, list, ...readings);
      }
      if (!list.readable) return unread(list);
      const refused = [...readings, ...detectors].find((reading) => !reading.readable);
      if (refused) return unread(refused, list);
      const undecided = readings.find((reading) =>
        (reading.readable ? reading.value : []).some(
          (finding) => isOpen(finding, evidence.account) === null,
        ),
      );
      const unclear = undecided ?? detectors.find((detector) => isWatching(detector) === null);
      if (unclear) return unread(unclear, list);
      return detectors.some((detector) => isWatching(detector))
        ? pass('met', { ofMembers }, list, ...detectors, ...readings)
        : noUnit(list, ...detectors, ...readings);
    });
  },
});

/** A serious finding of this account, neither archived nor a sample; null where a field does not tell. */
function isOpen(finding: Finding, account: string): Told {
  const own = finding.AccountId === undefined ? null : finding.AccountId === account;
  return isSerious(finding, own);
}

function isSerious({ Severity, Archived, Sample }: Finding, own: Told): Told {
  const told = [
    own,
    Severity === undefined ? null : Severity >= 7,
    Archived === undefined ? null : !Archived,
    Sample === null ? null : !Sample,
  ];
  if (told.includes(false)) return false;
  return told.includes(null) ? null : true;
}

/** An administrator's detector lists its members' findings; they are judged in their own account. */
function isOfMember(finding: Finding, account: string): boolean {
  const own = finding.AccountId === undefined || finding.AccountId === account;
  return !own && isSerious(finding, true) === true;
}

function byInstant(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}
