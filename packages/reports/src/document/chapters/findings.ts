import { severities, severityWords } from '@ippo/contracts';
import type { Localised } from '@ippo/contracts';
import type { Block, Chapter, Mark } from '../document.ts';
import type { Writing } from '../writing.ts';
import { markOf } from '../mark-words.ts';
import { aboutOf } from './check-facts.ts';
import { groupsOf, type Flags } from './finding-groups.ts';

type Section = { mark: Mark; title: Localised; about: Localised; none: Localised };

const sections: readonly Section[] = [
  {
    mark: 'fail',
    title: { en: 'Failed', ja: '不合格' },
    about: {
      en: 'The worst first. An accepted risk stays in this list and says so.',
      ja: '重大なものから順に示します。受容したリスクも、その旨を付けてここに残します。',
    },
    none: { en: 'No finding failed.', ja: '不合格はありません。' },
  },
  {
    mark: 'blocked',
    title: { en: 'Not met because a prerequisite is not met', ja: '前提不備により未達' },
    about: {
      en: 'There is nothing to judge yet; each counts as not met.',
      ja: '前提が満たされていないため、まだ評価できません。いずれも未達として数えます。',
    },
    none: { en: 'Nothing is blocked.', ja: '該当するものはありません。' },
  },
  {
    mark: 'unknown',
    title: { en: 'Unknown', ja: '不明' },
    about: {
      en: 'These could not be judged. They do not count as passed; each says why, and what would let us see.',
      ja: '判断できなかったものです。合格としては数えません。理由と、読み取れるようにする方法を示します。',
    },
    none: { en: 'Nothing is unknown.', ja: '不明はありません。' },
  },
  {
    mark: 'manual',
    title: { en: 'A person’s answer is needed', ja: '担当者の回答待ち' },
    about: {
      en: 'AWS cannot tell these. A signed-in person answers them in Ippo.',
      ja: 'AWS の応答では判断できないため、担当者が Ippo で回答する項目です。',
    },
    none: { en: 'No answer is waited for.', ja: '回答待ちはありません。' },
  },
  {
    mark: 'pass',
    title: { en: 'Passed', ja: '合格' },
    about: {
      en: 'Proven by AWS’s answers, or by a person’s answer where only a person can tell.',
      ja: 'AWS の応答（人にしか分からない項目は担当者の回答）で確認できたものです。',
    },
    none: { en: 'Nothing passed.', ja: '合格はありません。' },
  },
  {
    mark: 'not-applicable',
    title: { en: 'Not applicable', ja: '該当なし' },
    about: {
      en: 'Evidence shows that there is nothing to judge here.',
      ja: '評価の対象がないことを証拠で確認できたものです。',
    },
    none: { en: 'Everything applies.', ja: '該当なしはありません。' },
  },
];

/** All findings: fails first and worst first, then what is not known, then what passed. */
export function findingsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { say } = writing;
  const flags = flagsOf(writing);
  return {
    id: 'findings',
    fresh: true,
    title: say({ en: 'Findings', ja: '検出事項' }),
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: say({
          en: 'Every finding is listed, passes too. Numbers such as E7 name the answers of AWS in the appendix that it rests on.',
          ja: '合格を含むすべての検出事項を記載します。E7 のような番号は、根拠となる AWS の応答（付録）を示します。',
        }),
      },
      ...sections.flatMap((section) => sectionOf(section, flags, writing)),
    ],
  };
}

function sectionOf(section: Section, flags: Flags, writing: Writing): Block[] {
  const { assessment, say, language, count } = writing;
  const found = severities.flatMap((severity) =>
    assessment.checks.flatMap((check) => {
      const findings = check.findings.filter(
        (finding) =>
          markOf(finding) === section.mark && (finding.severity ?? check.severity) === severity,
      );
      return findings.length === 0 ? [] : [{ check, severity, findings }];
    }),
  );
  const total = found.reduce((sum, { findings }) => sum + findings.length, 0);
  const number = language === 'ja' ? `（${count(total)} 件）` : ` (${count(total)})`;
  return [
    {
      kind: 'heading',
      id: `findings-${section.mark}`,
      text: `${section.title[language]}${number}`,
      mark: section.mark,
    },
    { kind: 'text', text: say(total === 0 ? section.none : section.about) },
    ...found.map(({ check, severity, findings }): Block => {
      const about = aboutOf(check, section.mark, writing);
      return {
        kind: 'check',
        id: check.id,
        title: writing.sentences.title(check.id),
        severity,
        severityWord: severityWords[severity][language],
        ...about,
        groups: groupsOf({ check, severity, findings, flags, mark: section.mark }, writing),
      };
    }),
  ];
}

function flagsOf({ assessment, language }: Writing): Flags {
  const flags = new Map<string, string>();
  for (const { state, fingerprints, owner, lastDay, zone } of assessment.exceptions) {
    if (state !== 'active' && state !== 'expired') continue;
    const word =
      language === 'ja'
        ? state === 'active'
          ? `${owner} が ${lastDay}（${zone}）まで受容`
          : `受容は ${lastDay}（${zone}）に期限切れ`
        : state === 'active'
          ? `accepted until ${lastDay} (${zone}) by ${owner}`
          : `acceptance expired on ${lastDay} (${zone})`;
    for (const fingerprint of fingerprints)
      if (state === 'active' || !flags.has(fingerprint)) flags.set(fingerprint, word);
  }
  return flags;
}
