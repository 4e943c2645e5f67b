import { completeness, type Completeness } from '../../aws/complete-management-events.ts';
import type { Told } from '../../aws/root-user.ts';
import { trailUnread } from '../../aws/trail-fitness.ts';
import { isLogging, selectingTrails, type SelectingTrail } from '../../aws/trails.ts';
import { defineCheck } from '../../define-check.ts';
import { multiRegionTrailTemplate } from '../../remediation/multi-region-trail.ts';
import { fail, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'ct-mgmt-events',
  measure: 3,
  severity: 'high',
  unit: 'account',
  aggregate: 'exists',
  requires: ['cloudtrail.trails', 'cloudtrail.trail-status', 'cloudtrail.event-selectors'],
  dependsOn: ['ct-enabled'],
  text: {
    en: {
      title: 'The trail records all management events',
      short: 'All events',
      todo: 'Let the trail record all management events',
      why: 'Management events are what people and programs do to your account: reads show what an intruder looked at, writes what they changed. A trail that leaves some out has gaps just where you will look.',
      good: 'At least one multi-Region trail logs all reads and writes, with nothing left out.',
      reasons: {
        met: 'The trail {trail} records all management events.',
        'events-missing': 'Some management events are left out by {trails}.',
        'only-usual-exclusions':
          'Only KMS or RDS Data events are left out by {trails}: a usual decision to save cost.',
        'trail-stopped': 'A multi-Region trail exists, but it is not logging: {trails}.',
        'single-region-only': 'Only trails for single Regions exist.',
        'no-trail': 'There is no trail.',
        'org-trail-status-unreadable':
          'The organization trail’s status cannot be read from this account: connect the management account.',
      },
    },
    ja: {
      title: '証跡がすべての管理イベントを記録している',
      short: '全イベント',
      todo: '証跡ですべての管理イベントを記録する',
      why: '管理イベントは、アカウントへの操作の記録です。読み取りからは侵入者が何を見たか、書き込みからは何を変えたかが分かります。一部を除外すると、肝心な箇所が抜けます。',
      good: 'マルチリージョン証跡が 1 つ以上あり、読み取りと書き込みを除外なしで記録している状態です。',
      reasons: {
        met: '証跡 {trail} がすべての管理イベントを記録しています。',
        'events-missing': '{trails} で、一部の管理イベントが記録されていません。',
        'only-usual-exclusions':
          '{trails} で除外されているのは KMS または RDS Data のイベントだけです。費用を抑えるためによく使われる設定です。',
        'trail-stopped': 'マルチリージョン証跡はありますが、記録が停止しています：{trails}',
        'single-region-only': '単一リージョンの証跡だけがあります。',
        'no-trail': '証跡がありません。',
        'org-trail-status-unreadable':
          '組織の証跡の状態をこのアカウントから読み取れません。管理アカウントを接続してください。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open CloudTrail, choose the trail, and edit “Management events”.',
          'Choose both “Read” and “Write”, and clear the exclusions.',
          'Save.',
        ],
        ja: [
          'CloudTrail で証跡を開き、「管理イベント」を編集します。',
          '「読み取り」と「書き込み」の両方を選び、除外のチェックを外します。',
          '保存します。',
        ],
      },
      link: 'https://console.aws.amazon.com/cloudtrailv2/home#/trails',
    },
    cli: {
      lines: `# Keeps the trail's data events only if you name them here too: this replaces all its selectors.
aws cloudtrail get-event-selectors --trail-name <trail-arn> --region <home-region>
aws cloudtrail put-event-selectors --trail-name <trail-arn> --region <home-region> --advanced-event-selectors '[{"Name":"All management events","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]'`,
      actions: ['cloudtrail:GetEventSelectors', 'cloudtrail:PutEventSelectors'],
    },
    ...multiRegionTrailTemplate,
    minutes: 5,
    cost: {
      text: {
        en: 'The first copy of management events has no charge; KMS events can be many and fill the bucket (GB kept × price per GB-month).',
        ja: '管理イベントの最初のコピーは無料。KMS のイベントは量が多く、S3 の保管料（保存量 × GB 月額単価）が増えることがあります。',
      },
      link: 'https://aws.amazon.com/cloudtrail/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks. The CLI line replaces all of the trail’s event selectors: name the data events that you record today as well.',
      ja: '動作への影響はありません。CLI ではイベントセレクターが丸ごと置き換わるため、記録中のデータイベントも指定してください。',
    },
  },
  references: [
    ...refers(
      'proves',
      {
        en: 'same question, decided on field selectors',
        ja: '同じ問いを、セレクターの条件で判定するため',
      },
      { prowler: ['cloudtrail_multi_region_enabled_logging_management_events'] },
    ),
    ...refers(
      'proves',
      {
        en: 'a logging multi-region trail with all management events',
        ja: '記録中のマルチリージョン証跡が、すべての管理イベントを対象とすることを確認するため',
      },
      {
        'cis-aws-3.0': ['3.1'],
        'cis-aws-5.0': ['3.1'],
        'cis-aws-6.0': ['4.1'],
        'cis-aws-7.0': ['4.1'],
      },
    ),
    ...refers(
      'proves',
      {
        en: 'multi-region trail with read and write, nothing excluded',
        ja: 'マルチリージョン証跡が読み取りと書き込みを除外なしで記録することを確認するため',
      },
      { 'security-hub': ['CloudTrail.1'] },
    ),
    ...refers(
      'contributes',
      {
        en: 'what is recorded; the bucket is another check',
        ja: '確認するのは記録の内容で、バケットは別のチェックで判定するため',
      },
      { 'aws-ssb': ['ACCT.07'], 'aws-ssb-2022': ['ACCT.07'] },
    ),
  ],
  evaluate(evidence) {
    const lists = evidence.regions.list
      .filter((region) => region.state !== 'not-enabled' && region.state !== 'changing')
      .map((region) => evidence.in('cloudtrail.trails', region.name));
    const trails = selectingTrails(evidence);
    const wide = trails
      .filter(({ trail }) => trail.IsMultiRegionTrail !== false)
      .map((known) => ({ known, logging: isLogging(known), kept: keptBy(known) }));

    const whole = wide.find(
      ({ known, logging, kept }) =>
        known.trail.IsMultiRegionTrail === true && logging === true && kept.all === true,
    );
    if (whole) return [pass('met', { trail: whole.known.arn }, ...seenOf(whole.known))];
    const open = wide.find(({ logging, kept }) => logging !== false && kept.all !== false);
    if (open) return [openVerdict(open.known, open.logging, open.kept, evidence.account)];
    // One readable list names every multi-region trail (CloudTrail API, DescribeTrails).
    const readLists = lists.filter((list) => list.readable);
    const [firstList] = lists;
    if (readLists.length === 0)
      return [firstList ? unread(firstList, ...lists) : unknown('regions-not-listed', {})];

    const seen = [...readLists, ...wide.flatMap(({ known }) => seenOf(known))];
    // What a trail leaves out is told by its selectors, also where its status was not read.
    const logging = wide.filter((one) => one.logging !== false);
    const usual = logging.filter(({ kept }) => kept.onlyUsualGap);
    if (usual.length > 0)
      return [{ ...fail('only-usual-exclusions', arns(usual), ...seen), severity: 'low' }];
    if (logging.length > 0) return [fail('events-missing', arns(logging), ...seen)];
    if (wide.length > 0) return [fail('trail-stopped', arns(wide), ...seen)];
    return [fail(trails.length > 0 ? 'single-region-only' : 'no-trail', {}, ...seen)];
  },
});

const everything: Completeness = { all: true, onlyUsualGap: false };
const untold: Completeness = { all: null, onlyUsualGap: false };

/** A trail without custom selectors keeps every management event (CloudTrail API, `EventSelector`). */
function keptBy({ trail, selectors }: SelectingTrail): Completeness {
  if (trail.HasCustomEventSelectors === false) return everything;
  return selectors.readable ? completeness(selectors.value) : untold;
}

function openVerdict(known: SelectingTrail, logging: Told, kept: Completeness, account: string) {
  if (logging === null) return trailUnread(known, known.status, account);
  if (kept.all === null) return trailUnread(known, known.selectors, account);
  const [list] = known.listedIn;
  return unread(list ?? known.status);
}

function seenOf({ listedIn, status, selectors }: SelectingTrail) {
  return [...listedIn, status, selectors];
}

function arns(wide: readonly { known: SelectingTrail }[]) {
  return { trails: wide.map(({ known }) => known.arn) };
}
