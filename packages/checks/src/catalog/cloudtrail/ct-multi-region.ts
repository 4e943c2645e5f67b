import { fitness, hasFlaw, nearestFlaw, trailUnread } from '../../aws/trail-fitness.ts';
import { selectingTrails } from '../../aws/trails.ts';
import { defineCheck } from '../../define-check.ts';
import { multiRegionTrailTemplate } from '../../remediation/multi-region-trail.ts';
import { fail, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'ct-multi-region',
  measure: 3,
  severity: 'high',
  unit: 'account',
  aggregate: 'exists',
  requires: ['cloudtrail.trails', 'cloudtrail.trail-status', 'cloudtrail.event-selectors'],
  dependsOn: ['ct-enabled'],
  step: 'trail',
  text: {
    en: {
      title: 'One trail covers all Regions and is logging',
      short: 'Trail for all',
      todo: 'Start a trail for all Regions',
      why: 'Attackers like Regions that nobody watches. A trail for all Regions also covers those that you enable tomorrow; single trails do not.',
      good: 'At least one multi-Region trail is logging changes.',
      reasons: {
        met: 'The multi-Region trail {trail} is logging.',
        'no-trail': 'There is no trail.',
        'trail-stopped': 'A multi-Region trail exists, but it is not logging: {trails}.',
        'single-region-only': 'Only trails for single Regions exist.',
        'no-write-management-events':
          'The multi-Region trail does not record changes (write management events): {trails}.',
        'org-trail-status-unreadable':
          'The organization trail’s status cannot be read from this account: connect the management account.',
      },
    },
    ja: {
      title: '全リージョン対象の証跡が記録中である',
      short: '全リージョン証跡',
      todo: '全リージョン対象の証跡を記録状態にする',
      why: '攻撃者は誰も見ていないリージョンを好みます。全リージョン対象の証跡なら、後から有効にしたリージョンも自動で記録されます。',
      good: 'マルチリージョン証跡が 1 つ以上あり、変更操作を記録している状態です。',
      reasons: {
        met: 'マルチリージョン証跡 {trail} が記録中です。',
        'no-trail': '証跡がありません。',
        'trail-stopped': 'マルチリージョン証跡はありますが、記録が停止しています：{trails}',
        'single-region-only': '単一リージョンの証跡だけがあります。',
        'no-write-management-events':
          'マルチリージョン証跡が変更操作（書き込みの管理イベント）を記録していません：{trails}',
        'org-trail-status-unreadable':
          '組織の証跡の状態をこのアカウントから読み取れません。管理アカウントを接続してください。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open CloudTrail and choose “Trails”.',
          'A stopped trail: open it and choose “Start logging”.',
          'Only single-Region trails: choose “Create trail”; the console makes it for all Regions.',
        ],
        ja: [
          'CloudTrail を開き、「証跡」を選びます。',
          '停止中の証跡がある場合：証跡を開き、「ログ記録の開始」を選びます。',
          '単一リージョンの証跡しかない場合：「証跡の作成」を選びます（コンソールでは全リージョンが対象になります）。',
        ],
      },
      link: 'https://console.aws.amazon.com/cloudtrailv2/home#/trails',
    },
    cli: {
      lines: `# A stopped trail:
aws cloudtrail start-logging --name <trail-arn> --region <home-region>
# A single-Region trail made to cover all Regions:
aws cloudtrail update-trail --name <trail-arn> --is-multi-region-trail --include-global-service-events --region <home-region>`,
      mends: { 'trail-stopped': [0], 'single-region-only': [1] },
      actions: ['cloudtrail:StartLogging', 'cloudtrail:UpdateTrail'],
    },
    ...multiRegionTrailTemplate,
    minutes: 2,
    cost: {
      text: {
        en: 'The first copy of management events in each Region has no charge; you pay S3 storage (GB kept × price per GB-month).',
        ja: '各リージョンの管理イベントの最初のコピーは無料。S3 の保管料（保存量 × GB 月額単価）がかかります。',
      },
      link: 'https://aws.amazon.com/cloudtrail/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks: applications do not notice. Single-Region trails that stay beside it are then charged as second copies.',
      ja: 'アプリケーションへの影響はありません。残した単一リージョン証跡は、2 つ目の記録として有料になります。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'a multi-region trail is logging',
        ja: 'マルチリージョン証跡が記録中であることを確認するため',
      },
      { prowler: ['cloudtrail_multi_region_enabled'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'multi-region and logging; completeness is ct-mgmt-events',
        ja: '確認するのはマルチリージョンで記録中であることで、網羅性は ct-mgmt-events で判定するため',
      },
      {
        'cis-aws-3.0': ['3.1'],
        'cis-aws-5.0': ['3.1'],
        'cis-aws-6.0': ['4.1'],
        'cis-aws-7.0': ['4.1'],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'multi-region with writes; reads are ct-mgmt-events',
        ja: '確認するのはマルチリージョンでの書き込みの記録で、読み取りは ct-mgmt-events で判定するため',
      },
      { 'security-hub': ['CloudTrail.1'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'a trail records; the bucket is another check',
        ja: '確認するのは証跡の記録で、バケットは別のチェックで判定するため',
      },
      { 'aws-ssb': ['ACCT.07'], 'aws-ssb-2022': ['ACCT.07'] },
    ),
  ],
  evaluate(evidence) {
    const lists = evidence.regions.list
      .filter((region) => region.state !== 'not-enabled' && region.state !== 'changing')
      .map((region) => evidence.in('cloudtrail.trails', region.name));
    const readLists = lists.filter((list) => list.readable);
    const trails = selectingTrails(evidence);
    const wide = trails
      .filter(({ trail }) => trail.IsMultiRegionTrail !== false)
      .map((known) => ({ known, found: fitness(known, { delivery: false }) }));
    const sure = wide.filter(({ known }) => known.trail.IsMultiRegionTrail === true);

    const fit = sure.find(({ found }) => found.state === 'fit');
    if (fit)
      return [
        pass(
          'met',
          { trail: fit.known.arn },
          ...fit.known.listedIn,
          fit.known.status,
          fit.known.selectors,
        ),
      ];
    for (const { known, found } of sure)
      if (found.state === 'unread') return [trailUnread(known, found.reading, evidence.account)];
    const vague = wide.find(({ found }) => found.state !== 'flawed');
    const vagueList = vague?.known.listedIn[0];
    if (vagueList) return [unread(vagueList)];
    // One readable list is complete: it names every multi-region trail (CloudTrail API, DescribeTrails).
    const [firstList] = lists;
    if (readLists.length === 0)
      return [firstList ? unread(firstList, ...lists) : unknown('regions-not-listed', {})];

    const seen = [...readLists, ...sure.map(({ known }) => known.status)];
    const flaw = nearestFlaw(sure.map(({ found }) => found));
    if (flaw === 'trail-stopped' || flaw === 'no-write-management-events') {
      const named = sure.filter(({ found }) => hasFlaw(found, flaw));
      return [fail(flaw, { trails: named.map(({ known }) => known.arn) }, ...seen)];
    }
    return [fail(trails.length === 0 ? 'no-trail' : 'single-region-only', {}, ...seen)];
  },
});
