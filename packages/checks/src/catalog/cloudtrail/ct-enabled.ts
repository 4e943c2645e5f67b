import { keepsFor, lakeStores, type LakeStores } from '../../aws/lake-stores.ts';
import { fitness, hasFlaw, nearestFlaw, trailUnread } from '../../aws/trail-fitness.ts';
import { covers, selectingTrails, listedTrails, type SelectingTrail } from '../../aws/trails.ts';
import { defineCheck } from '../../define-check.ts';
import { eachRegion } from '../../each-region.ts';
import type { Sighted } from '../../evidence-view.ts';
import { multiRegionTrailTemplate } from '../../remediation/multi-region-trail.ts';
import { fail, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'ct-enabled',
  measure: 3,
  severity: 'critical',
  unit: 'region',
  aggregate: 'all',
  requires: [
    'cloudtrail.trails',
    'cloudtrail.trail-status',
    'cloudtrail.event-selectors',
    'cloudtrail.event-data-stores',
    'cloudtrail.event-data-store',
  ],
  dependsOn: [],
  step: 'trail',
  text: {
    en: {
      title: 'A trail records every Region',
      short: 'Trail records',
      todo: 'Record every Region with a trail',
      why: 'If something goes wrong, the first question is who did what. AWS shows only the last 90 days by itself; a trail (CloudTrail’s log) keeps the answer in your own storage, an S3 bucket.',
      good: 'In every enabled Region a trail logs changes and delivers the log.',
      reasons: {
        covered: 'The trail {trail} keeps the changes made in this Region.',
        // Global service events are recorded in us-east-1 (CloudTrail User Guide, *update-trail*).
        'covered-here-only':
          'The trail {trail} keeps the changes made in this Region alone. Changes to IAM and other global services are recorded in one Region, usually N. Virginia: only a trail there, or one for all Regions, keeps those.',
        'lake-store': 'A CloudTrail Lake event data store keeps the events.',
        'no-trail': 'No trail exists here. AWS’s own event history ends after 90 days.',
        'trail-stopped': 'A trail exists, but it is not logging.',
        'region-not-covered': 'The trails that exist do not cover this Region.',
        'no-write-management-events':
          'The trail does not record changes (write management events).',
        'delivery-error': 'The trail cannot deliver to its bucket.',
        'org-trail-status-unreadable':
          'The organization trail’s status cannot be read from this account: connect the management account.',
        'stores-not-all-read':
          'No trail covers this Region. A CloudTrail Lake store might, but not every Region’s could be read.',
      },
    },
    ja: {
      title: '証跡がすべてのリージョンを記録している',
      short: '証跡の記録',
      todo: 'すべてのリージョンを証跡で記録する',
      why: '事故のときに最初に知りたいのは「誰が何をしたか」です。AWS の標準の履歴は 90 日で消えますが、証跡（CloudTrail の記録）があれば自社の S3 バケットに残ります。',
      good: '有効なすべてのリージョンで、証跡が変更操作を記録し、配信できている状態です。',
      reasons: {
        covered: '証跡 {trail} がこのリージョンの変更操作を保存しています。',
        'covered-here-only':
          '証跡 {trail} がこのリージョンの変更操作だけを保存しています。IAM などのグローバルサービスの操作は 1 つのリージョン（通常はバージニア北部）に記録されるため、そのリージョンか全リージョンを対象とする証跡がないと残りません。',
        'lake-store': 'CloudTrail Lake のイベントデータストアが保存しています。',
        'no-trail': '証跡がありません。AWS 標準のイベント履歴は 90 日で消えます。',
        'trail-stopped': '証跡はありますが、記録が停止しています。',
        'region-not-covered': '既存の証跡は、このリージョンを対象にしていません。',
        'no-write-management-events':
          '証跡が変更操作（書き込みの管理イベント）を記録していません。',
        'delivery-error': '証跡がログをバケットに配信できていません。',
        'org-trail-status-unreadable':
          '組織の証跡の状態をこのアカウントから読み取れません。管理アカウントを接続してください。',
        'stores-not-all-read':
          'このリージョンを対象とする証跡がありません。CloudTrail Lake が保存している可能性はありますが、読み取れないリージョンがあり判断できません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open CloudTrail and choose “Trails”.',
          'A stopped trail: open it and choose “Start logging”.',
          'No trail: choose “Create trail”; the console makes it for all Regions.',
        ],
        ja: [
          'CloudTrail を開き、「証跡」を選びます。',
          '停止中の証跡がある場合：証跡を開き、「ログ記録の開始」を選びます。',
          '証跡がない場合：「証跡の作成」を選びます（コンソールでは全リージョンが対象になります）。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/cloudtrailv2/home?region={{region}}#/trails',
    },
    cli: {
      lines: `# A stopped trail:
aws cloudtrail start-logging --name <trail-arn> --region <home-region>
# No trail yet (the bucket needs CloudTrail's bucket policy, see CloudFormation):
aws cloudtrail create-trail --name all-regions --s3-bucket-name <bucket> --is-multi-region-trail --enable-log-file-validation --region <home-region>
aws cloudtrail start-logging --name all-regions --region <home-region>`,
      mends: { 'trail-stopped': [0], 'no-trail': [1] },
      actions: ['cloudtrail:CreateTrail', 'cloudtrail:StartLogging'],
    },
    ...multiRegionTrailTemplate,
    minutes: 5,
    cost: {
      text: {
        en: 'The first copy of management events has no charge; you pay S3 storage (GB kept × price per GB-month).',
        ja: '管理イベントの最初のコピーは無料。S3 の保管料（保存量 × GB 月額単価）がかかります。',
      },
      link: 'https://aws.amazon.com/cloudtrail/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks: applications do not notice. Each further trail that logs the same events is charged.',
      ja: 'アプリケーションへの影響はありません。同じイベントを記録する 2 つ目以降の証跡は有料です。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'per region, with write events and delivery besides',
        ja: 'リージョンごとに、書き込みイベントと配信も確認するため',
      },
      { prowler: ['cloudtrail_multi_region_enabled'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'every region is covered; completeness is ct-mgmt-events',
        ja: '全リージョンが対象であることを確認し、イベントの網羅性は ct-mgmt-events で判定するため',
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
        en: 'covered regions, maybe by single-region trails',
        ja: '対象リージョンを確認するが、単一リージョンの証跡でも合格とするため',
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
    const trails = selectingTrails(evidence);
    const lake = lakeStores(evidence);
    const lists = evidence.regions.list.map((region) =>
      evidence.in('cloudtrail.trails', region.name),
    );
    return eachRegion(evidence, (region) => {
      const list = evidence.in('cloudtrail.trails', region);
      const candidates = trails.filter((trail) => mayCover(trail, region, list));
      const judged = candidates.map((trail) => ({ trail, found: judgeFor(trail, region) }));

      const fits = judged.filter(({ found }) => found.state === 'fit');
      // One for every Region says more than one for this Region alone.
      const fit = fits.find(({ trail }) => !isLocal(trail)) ?? fits[0];
      if (fit)
        return pass(
          isLocal(fit.trail) ? 'covered-here-only' : 'covered',
          { trail: fit.trail.arn },
          ...fit.trail.listedIn,
          fit.trail.status,
          fit.trail.selectors,
        );
      const store = lake.stores.find((one) => keepsFor(one, region) === true);
      if (store) return pass('lake-store', { store: store.arn }, store.detail);

      if (!list.readable) return unread(list);
      for (const { trail, found } of judged)
        if (found.state === 'unread') return trailUnread(trail, found.reading, evidence.account);
      const openStore = storeNotRuledOut(lake, region);
      if (openStore) return openStore;

      const seen = [list, ...judged.map(({ trail }) => trail.status), ...lists];
      const flaw = nearestFlaw(judged.map(({ found }) => found));
      if (flaw) {
        const named = judged.filter(({ found }) => hasFlaw(found, flaw));
        return fail(flaw, { trails: named.map(({ trail }) => trail.arn) }, ...seen);
      }
      return fail(list.value.length === 0 ? 'no-trail' : 'region-not-covered', {}, ...seen);
    });
  },
});

/**
 * A trail that this region lists, unless it plainly watches another; where the own list is unread, any
 * multi-region trail of another list, which covers every enabled region.
 */
function mayCover(
  known: SelectingTrail,
  region: string,
  list: Parameters<typeof listedTrails>[0],
): boolean {
  const listed = listedTrails(list).some((trail) => trail.TrailARN === known.arn);
  if (listed) return covers(known, region) !== false;
  return !list.readable && known.trail.IsMultiRegionTrail === true;
}

function isLocal({ trail }: SelectingTrail): boolean {
  return trail.IsMultiRegionTrail === false;
}

function judgeFor(known: SelectingTrail, region: string): ReturnType<typeof fitness> {
  const found = fitness(known, { delivery: true });
  const undecided = found.state === 'fit' && covers(known, region) === null;
  const list = known.listedIn[0];
  return undecided && list ? { state: 'unread', reading: list } : found;
}

/** A store of any region may keep this region's events, so a fail needs all of them read (0.1-5). */
function storeNotRuledOut(lake: LakeStores, region: string) {
  const open = lake.stores.find((store) => keepsFor(store, region) === null);
  const reading: Sighted<unknown> | null = open?.detail ?? lake.unreadList;
  if (reading) return unread(reading);
  return lake.scopeComplete ? null : unknown('stores-not-all-read', {});
}
