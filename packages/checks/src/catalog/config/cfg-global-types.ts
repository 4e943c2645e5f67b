import type { EvidenceValue } from '@ippo/contracts';
import { ownRecorders, type Recorder } from '../../aws/config-recorders.ts';
import { canRecordIamTypes, includesIamTypes } from '../../aws/iam-resource-types.ts';
import type { Told } from '../../aws/root-user.ts';
import { defineCheck } from '../../define-check.ts';
import type { EvidenceView, Sighted } from '../../evidence-view.ts';
import { recorderCli, recorderTemplates } from '../../remediation/config-recorder.ts';
import { fail, noUnit, pass, unknown, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

const putRecorder = recorderCli('true');

export default defineCheck({
  id: 'cfg-global-types',
  measure: 3,
  severity: 'medium',
  unit: 'account',
  aggregate: 'exists',
  requires: ['config.recorders', 'config.recorder-status'],
  dependsOn: ['cfg-recording'],
  text: {
    en: {
      title: 'AWS Config records users, groups, roles and policies in one Region',
      short: 'IAM types',
      todo: 'Record users, groups, roles and policies in one Region',
      why: 'Who may do what is set by users, groups, roles and policies, which belong to no Region, so AWS Config leaves them out unless told otherwise. Their history shows when somebody was given more rights.',
      good: 'In at least one Region a recorder is recording with the global IAM types. In one alone, each change is stored and paid once.',
      reasons: {
        met: 'They are recorded in {regions}.',
        'iam-types-recorded-twice':
          'They are recorded in several Regions: {regions}. One is enough; each further one stores and bills every change again.',
        'iam-types-missing': 'No recorder that is recording includes them.',
      },
    },
    ja: {
      title: 'AWS Config が IAM のリソースを 1 リージョンで記録している',
      short: 'IAM タイプ',
      todo: 'IAM のリソースを 1 リージョンで記録する',
      why: '「誰が何をできるか」を決める IAM のリソースはリージョンに属さず、AWS Config の初期設定では記録されません。履歴があれば、権限がいつ強められたかを確認できます。',
      good: '少なくとも 1 リージョンで、IAM のリソースも記録している状態です。1 リージョンだけにすると、変更ごとの保存も課金も 1 回で済みます。',
      reasons: {
        met: '{regions} で記録しています。',
        'iam-types-recorded-twice':
          '複数のリージョン（{regions}）で記録しています。1 リージョンで十分で、増やした分だけ同じ変更が重ねて保存・課金されます。',
        'iam-types-missing': 'IAM のリソースを含めて記録中のレコーダーがありません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open AWS Config in the Region where you work most (one of before February 2022, such as Tokyo or N. Virginia), choose “Settings”, then “Edit”.',
          'Include the globally recorded resource types (IAM users, groups, roles and customer managed policies).',
          'Save, and leave them out in every other Region.',
        ],
        ja: [
          '主に使うリージョンで AWS Config を開き、「設定」の「編集」を選びます。2022 年 2 月より前から AWS Config があるリージョン（東京など）に限ります。',
          'グローバルに記録されるリソースタイプ（IAM ユーザー・グループ・ロール・カスタマー管理ポリシー）を含めます。',
          '保存します。ほかのリージョンでは除外したままにします。',
        ],
      },
      link: 'https://console.aws.amazon.com/config/home',
    },
    cli: {
      lines: `# In one Region where AWS Config existed before February 2022 (newer ones cannot record these types):
${putRecorder.lines}`,
      actions: putRecorder.actions,
    },
    ...recorderTemplates({ iamTypes: true }),
    minutes: 5,
    cost: {
      text: {
        en: 'Changes to users, groups, roles and policies × price per configuration item, in each Region that includes them.',
        ja: 'IAM のユーザー・グループ・ロール・ポリシーの変更数 × 設定項目の単価（含めるリージョンごと）',
      },
      link: 'https://aws.amazon.com/config/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks, but the recorder’s settings are replaced whole: note them first.',
      ja: '動作への影響はありません。レコーダーの設定は丸ごと置き換わるため、先に控えておいてください。',
    },
  },
  references: [
    ...refers(
      'contributes',
      {
        en: 'the item asks for global types in one region',
        ja: '項目は 1 リージョンでのグローバルタイプの記録を求めるため',
      },
      {
        'cis-aws-3.0': ['3.3'],
        'cis-aws-5.0': ['3.3'],
        'cis-aws-6.0': ['4.3'],
        'cis-aws-7.0': ['4.3'],
      },
    ),
    ...refers(
      'contributes',
      {
        en: 'the control looks at the recorded types',
        ja: 'コントロールは記録されるタイプを確認するため',
      },
      { 'security-hub': ['Config.1'] },
    ),
  ],
  evaluate(evidence) {
    const { list, assumed } = evidence.regions;
    const watched = list.filter(
      ({ state }) => !['not-enabled', 'out-of-scope', 'changing'].includes(state),
    );
    const seen = watched.map(({ name }) => regionSeen(evidence, name));
    const readings = seen.flatMap(({ recorders, statuses }) => [recorders, statuses]);

    const keeping = seen.filter(({ keeps }) => keeps === true);
    if (keeping.length > 0) {
      const regions = keeping.map(({ region }) => region).toSorted();
      const code = regions.length > 1 ? 'iam-types-recorded-twice' : 'met';
      const proof = keeping.flatMap(({ recorders, statuses }) => [recorders, statuses]);
      return [pass(code, { regions }, ...proof)];
    }
    const open = seen.find(({ keeps }) => keeps === null);
    if (open) return [unread(open.missing, ...readings)];
    if (assumed) return [unknown('regions-not-listed', {}, ...readings)];
    if (list.some(({ state }) => state === 'changing'))
      return [unknown('region-changing', {}, ...readings)];
    if (seen.every(({ own }) => own.length === 0)) return [noUnit(...readings)];
    return [fail('iam-types-missing', {}, ...readings)];
  },
});

type Statuses = Sighted<EvidenceValue<'config.recorder-status'>>;

/** What one region says; `missing` is the reading that would tell where `keeps` is null. */
function regionSeen(
  evidence: EvidenceView<'config.recorders' | 'config.recorder-status'>,
  region: string,
) {
  const recorders = evidence.in('config.recorders', region);
  const statuses = evidence.in('config.recorder-status', region);
  const own = recorders.readable ? ownRecorders(recorders.value) : [];
  const told = own.map((recorder) => {
    const includes = canRecordIamTypes(region) ? includesIamTypes(recorder) : false;
    const recording = isRecording(recorder, statuses);
    if (includes === false || recording === false) return { keeps: false, missing: recorders };
    if (includes === null) return { keeps: null, missing: recorders };
    return { keeps: recording, missing: statuses };
  });
  const best = told.find(({ keeps }) => keeps === true) ?? told.find(({ keeps }) => keeps === null);
  const keeps: Told = best ? best.keeps : recorders.readable ? false : null;
  return { region, own, recorders, statuses, keeps, missing: best?.missing ?? recorders };
}

function isRecording(recorder: Recorder, statuses: Statuses): Told {
  if (!statuses.readable) return null;
  return statuses.value.find((status) => status.name === recorder.name)?.recording ?? null;
}
