import { bestOf, eachRegionWithRecorder, recordingGroup } from '../../aws/config-recorders.ts';
import { isIamType } from '../../aws/iam-resource-types.ts';
import { defineCheck, type Answer } from '../../define-check.ts';
import { recorderCli, recorderTemplates } from '../../remediation/config-recorder.ts';
import { fail, manual, pass, unread } from '../../verdict.ts';
import { refers } from '../../define-framework.ts';

export default defineCheck({
  id: 'cfg-all-types',
  measure: 3,
  severity: 'medium',
  unit: 'region',
  aggregate: 'all',
  requires: ['config.recorders'],
  dependsOn: ['cfg-recording'],
  text: {
    en: {
      title: 'AWS Config records every kind of resource',
      short: 'All types',
      todo: 'Let AWS Config record every kind of resource',
      why: 'A recorder can be told to follow some kinds of resources only. What it leaves out has no history, and new kinds that you start to use later are left out without a word.',
      good: 'In every Region the recorder follows all kinds of resources that AWS Config supports; users, groups, roles and policies need it in one Region only.',
      reasons: {
        met: 'Every supported kind of resource is recorded.',
        'types-partial': 'The recorder {recorder} follows only the kinds of resources on its list.',
        'types-excluded':
          'The recorder {recorder} leaves out {types}. Is that on purpose? A person has to say.',
      },
      questions: {
        'excluded-on-purpose':
          'Is it on purpose that the recorders leave out some kinds of resources?',
      },
    },
    ja: {
      title: 'AWS Config がすべての種類のリソースを記録している',
      short: '全タイプ',
      todo: 'AWS Config ですべての種類のリソースを記録する',
      why: 'レコーダーは、一部の種類のリソースだけを記録する設定にもできます。対象外のリソースには履歴が残らず、あとから使い始めた種類も気付かないうちに漏れます。',
      good: 'すべてのリージョンで、AWS Config が対応する全種類のリソースを記録している状態です。IAM のリソースは 1 リージョンだけで十分です。',
      reasons: {
        met: '対応するすべての種類のリソースを記録しています。',
        'types-partial': 'レコーダー {recorder} は、指定した種類のリソースだけを記録しています。',
        'types-excluded':
          'レコーダー {recorder} は {types} を記録していません。意図した除外かどうか、担当者の回答が必要です。',
      },
      questions: {
        'excluded-on-purpose': '一部の種類のリソースを記録していないのは、意図した設定ですか。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open AWS Config in the Region and choose “Settings”, then “Edit”.',
          'Choose the strategy that records all resource types.',
          'Leave the global IAM types out, except in the one Region that keeps them, and save.',
        ],
        ja: [
          '対象リージョンで AWS Config を開き、「設定」の「編集」を選びます。',
          'すべてのリソースタイプを記録する方式を選びます。',
          'グローバルな IAM のリソースタイプは、記録役の 1 リージョン以外では除外したまま、保存します。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/config/home?region={{region}}',
    },
    cli: recorderCli('<true-or-false>'),
    ...recorderTemplates({ iamTypes: false }),
    minutes: 5,
    cost: {
      text: {
        en: 'Changes recorded × price per configuration item, now for every kind of resource.',
        ja: '記録される変更数 × 設定項目の単価（全種類のリソースが対象になります）',
      },
      link: 'https://aws.amazon.com/config/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks, but the settings are replaced whole: keep the global IAM types on in the one Region that records them. Many short-lived resources raise the bill.',
      ja: '動作への影響はありません。設定は丸ごと置き換わるため、IAM を記録しているリージョンではその設定を残してください。短期間で作り直すリソースが多いと費用が増えます。',
    },
  },
  references: [
    ...refers(
      'contributes',
      {
        en: 'the item asks to record all supported types',
        ja: '項目はサポート対象の全タイプの記録を求めるため',
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
  evaluate(evidence, { answerTo }) {
    const answer = answerTo('excluded-on-purpose');
    return eachRegionWithRecorder(evidence, ({ own, reading }) =>
      bestOf(own, (recorder) => {
        const group = recordingGroup(recorder);
        if (!group) return unread(reading);
        if (group.kind === 'all') return pass('met', {}, reading);
        const params = { recorder: recorder.name };
        if (group.kind === 'only') return fail('types-partial', params, reading);
        const types = group.types.filter((type) => !mayBeLeftOut(type)).toSorted();
        if (types.length === 0) return pass('met', {}, reading);
        return manual(spoken[answer.state], { ...params, types }, reading);
      }),
    );
  },
});

const spoken = {
  unanswered: 'types-excluded',
  yes: 'answered-yes',
  no: 'answered-no',
  expired: 'answer-expired',
} as const satisfies Record<Answer['state'], string>;

/** Global kinds, of which the whole account needs one record (IAM's: `cfg-global-types`). */
function mayBeLeftOut(type: string): boolean {
  return isIamType(type) || type.toLowerCase() === 'aws::rds::globalcluster';
}
