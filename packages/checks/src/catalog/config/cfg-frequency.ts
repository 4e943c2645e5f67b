import { bestOf, eachRegionWithRecorder, type Recorder } from '../../aws/config-recorders.ts';
import { defineCheck } from '../../define-check.ts';
import { recorderCli, recorderTemplates } from '../../remediation/config-recorder.ts';
import { fail, pass, unread } from '../../verdict.ts';

export default defineCheck({
  id: 'cfg-frequency',
  measure: 3,
  severity: 'low',
  unit: 'region',
  aggregate: 'all',
  requires: ['config.recorders'],
  dependsOn: ['cfg-recording'],
  text: {
    en: {
      title: 'AWS Config records each change, not one state a day',
      short: 'Continuous',
      todo: 'Let AWS Config record each change',
      why: 'An attacker can open a door in the morning and close it before noon. A recorder that looks once a day never sees it; one that follows each change does.',
      good: 'In every Region the recorder’s own frequency is continuous; single kinds of resources may be recorded daily.',
      reasons: {
        met: 'Each change is recorded.',
        'daily-for-some': 'Each change is recorded, but {types} only once a day.',
        daily: 'The recorder {recorder} keeps one state a day and misses what happens in between.',
      },
    },
    ja: {
      title: 'AWS Config が 1 日 1 回ではなく変更ごとに記録している',
      short: '継続的',
      todo: 'AWS Config で変更ごとに記録する',
      why: '攻撃者は、午前中に設定を緩めて昼前に戻すこともできます。1 日 1 回の記録では残りませんが、変更ごとの記録なら残ります。',
      good: 'すべてのリージョンで、レコーダーの記録頻度が「継続的」になっている状態です。一部の種類のリソースだけ日次にしてもかまいません。',
      reasons: {
        met: '変更ごとに記録しています。',
        'daily-for-some': '変更ごとに記録していますが、{types} は 1 日 1 回です。',
        daily: 'レコーダー {recorder} の記録は 1 日 1 回で、その間の変更が残りません。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open AWS Config in the Region and choose “Settings”, then “Edit”.',
          'Set the default recording frequency to continuous.',
          'Keep daily recording only for kinds of resources that change often and matter little, and save.',
        ],
        ja: [
          '対象リージョンで AWS Config を開き、「設定」の「編集」を選びます。',
          'デフォルトの記録頻度を「継続的」にします。',
          '変更が多く重要度の低いリソースタイプだけ日次のまま残し、保存します。',
        ],
      },
      link: 'https://{{region}}.console.aws.amazon.com/config/home?region={{region}}',
    },
    cli: recorderCli('<true-or-false>'),
    ...recorderTemplates({ iamTypes: false }),
    minutes: 5,
    cost: {
      text: {
        en: 'Continuous: changes × price per item. Daily: at most one item per resource and day × a higher price per item.',
        ja: '継続的：変更数 × 単価。日次：リソースごとに 1 日最大 1 件 × より高い単価',
      },
      link: 'https://aws.amazon.com/config/pricing/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks, but the recorder’s settings are replaced whole: note them first. Resources that change all day cost more than with daily recording.',
      ja: '動作への影響はありません。レコーダーの設定は丸ごと置き換わるため、先に控えておいてください。頻繁に変わるリソースは日次より費用が増えます。',
    },
  },
  references: [],
  evaluate(evidence) {
    return eachRegionWithRecorder(evidence, ({ own, reading }) =>
      bestOf(own, (recorder) => {
        const frequency = recorder.recordingMode
          ? recorder.recordingMode.recordingFrequency?.toUpperCase()
          : 'CONTINUOUS';
        const types = dailyTypes(recorder);
        if (frequency === 'DAILY') return fail('daily', { recorder: recorder.name }, reading);
        if (frequency !== 'CONTINUOUS') return unread(reading);
        return types.length > 0
          ? pass('daily-for-some', { types }, reading)
          : pass('met', {}, reading);
      }),
    );
  },
});

/** The kinds of resources that an override records once a day. */
function dailyTypes({ recordingMode }: Recorder): string[] {
  const overrides = recordingMode?.recordingModeOverrides ?? [];
  return overrides
    .filter((override) => override.recordingFrequency?.toUpperCase() === 'DAILY')
    .flatMap((override) => override.resourceTypes ?? [])
    .toSorted();
}
