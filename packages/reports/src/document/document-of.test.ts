import { languages, type Assessment } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { buildAssessment } from '../assessment/build-assessment.ts';
import { contextIn, demoAssessment, emptyAssessment, gathered } from '../testing/assessments.ts';
import { unreadableAssessment } from '../testing/assessments.ts';
import { hostileAssessment } from '../testing/hostile-assessments.ts';
import type { ReportDocument } from './document.ts';
import { documentOf } from './document-of.ts';

const assessments: readonly (readonly [string, () => Assessment])[] = [
  ['of the demo account', demoAssessment],
  ['of an account that could not be read', unreadableAssessment],
  ['of nothing', emptyAssessment],
  ['with hostile names', hostileAssessment],
];
const cases = assessments.flatMap(([name, made]) =>
  languages.map((language) => ({ name, made, language })),
);

describe('the document of a report', () => {
  it('is by whom its cover names, else by who made it', () => {
    const demo = demoAssessment();
    const unnamed = { ...demo, cover: { ...demo.cover, preparedBy: '' } };
    const named = { ...demo, cover: { ...demo.cover, preparedBy: '監査 次郎' } };

    expect(documentOf(named, contextIn('en')).author).toBe('監査 次郎');
    expect(documentOf(unnamed, contextIn('en')).author).toBe(demo.made.by);
  });

  it('names in its trail who was told where nobody was signed in', () => {
    const demo = demoAssessment();
    const [row] = demo.auditTrail;
    if (!row) throw new Error('the demo account has a trail');
    const by = 'OS user root (command ippo export)';
    const exported = { ...row, actor: null, actorName: null, detail: { by } };

    const { chapters } = documentOf({ ...demo, auditTrail: [exported] }, contextIn('en'));

    const tables = chapters.flatMap(({ id, blocks }) => (id === 'audit-trail' ? blocks : []));
    const rows = tables.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.map(([, who]) => who)).toEqual([by]);
  });

  it('names on every page the zone of its day', () => {
    expect(documentOf(demoAssessment(), contextIn('ja')).account).toMatch(/ · 2026-11-16 \(JST\)$/);
  });

  it.each([
    ['en', 'First meet “GuardDuty is on in every Region”, then scan again.'],
    [
      'ja',
      'まず「GuardDuty がすべてのリージョンで有効になっている」を満たしてから、もう一度スキャンする。',
    ],
  ] as const)('asks of a blocked finding what it waits for, in %s', (language, first) => {
    const { chapters } = documentOf(demoAssessment(), contextIn(language));

    const blocked = chapters
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === 'check')
      .filter(({ groups }) => groups.some(({ mark }) => mark === 'blocked'));
    expect(blocked.map(({ id }) => id)).toEqual(['gd-findings', 'gd-features', 'gd-notify']);
    for (const { facts } of blocked)
      expect(facts.map(({ cell }) => cell)).toContainEqual({ text: first, strong: true });
  });

  it.each([
    ['simulated', 'CloudTrail has none of their request ids', 'can be looked up'],
    ['aws', 'Request ids can be looked up in the account’s own CloudTrail', 'none of their'],
  ] as const)('says of %s calls whether CloudTrail has them', (kind, said, unsaid) => {
    const demo = demoAssessment();
    const source = kind === 'aws' ? { kind } : demo.source;

    const { chapters } = documentOf({ ...demo, source }, contextIn('en'));

    const told = JSON.stringify(chapters.find(({ id }) => id === 'evidence')?.blocks[0]);
    expect(told).toContain(said);
    expect(told).not.toContain(unsaid);
  });

  it('bridges no figures that are all 0', () => {
    const [all, some] = [buildAssessment(gathered('spotless')), demoAssessment()].map((one) =>
      JSON.stringify(documentOf(one, contextIn('en'))),
    );

    expect(all).not.toContain('Checks that could not be judged (');
    expect(some).toContain('Checks that could not be judged (');
  });

  it.each(cases)('$name has every finding once, in $language', ({ made, language }) => {
    const assessment = made();

    const document = documentOf(assessment, contextIn(language));

    const told = placesOf(document).map(({ fingerprint }) => fingerprint);
    const found = assessment.checks.flatMap(({ findings }) =>
      findings.map((one) => one.fingerprint),
    );
    expect(told.toSorted()).toEqual(found.toSorted());
  });

  it('has the same chapters in both languages, none without content', () => {
    const [en, ja] = languages.map((language) => documentOf(demoAssessment(), contextIn(language)));

    expect(ja?.chapters.map(({ id }) => id)).toEqual(en?.chapters.map(({ id }) => id));
    expect(en?.chapters.length).toBe(13);
    expect(en?.chapters.every(({ blocks }) => blocks.length > 0)).toBe(true);
  });

  it('leaves no mark of a sentence unfilled and no word of the other language', () => {
    const ja = JSON.stringify(documentOf(demoAssessment(), contextIn('ja')));
    const en = JSON.stringify(documentOf(demoAssessment(), contextIn('en')));

    expect(ja).not.toMatch(/undefined|\{(?!page|shown|all)[a-z]+\}|\[object/);
    expect(en).not.toMatch(/undefined|\{(?!page|shown|all)[a-z]+\}|\[object|不明|合格/);
  });

  it('says what is accepted with the fail that it covers, and what opens an unknown', () => {
    const groups = groupsOf(documentOf(demoAssessment(), contextIn('en')));

    const flags = groups.flatMap(({ mark, places }) =>
      places.flatMap(({ flag }) => (flag === null ? [] : [`${mark}: ${flag}`])),
    );
    expect(flags).toEqual(['fail: accepted until 2026-11-30 (Asia/Tokyo) by Ben Okafor']);
    expect(groups.filter(({ mark, opens }) => mark === 'unknown' && opens === null)).toEqual([]);
    expect(groups.filter(({ mark, opens }) => mark !== 'unknown' && opens !== null)).toEqual([]);
  });

  it('names every reading that stands in the way of an unknown, and what opens each', () => {
    const groups = groupsOf(documentOf(demoAssessment(), contextIn('en')));

    const opens = groups.flatMap((group) => (group.opens?.includes('\n') ? [group.opens] : []));
    expect(opens.some((text) => text.includes('ListEventDataStores'))).toBe(true);
    for (const text of opens) expect(text.split('\n').length).toBeGreaterThan(2);
  });

  it('says as of when its findings are, and fills in the day that the cover leaves empty', () => {
    const empty = { ...demoAssessment().cover, basisDate: '' };

    const { cover, summary } = documentOf({ ...demoAssessment(), cover: empty }, contextIn('ja'));

    expect(cover.note).toBe(
      '検出事項は 2026-11-16 00:02:56 UTC (09:02:56 JST) 時点のものです。期間内の他の 2 回のスキャンは日時・スコア・ダイジェストのみを示し、期間を通じた運用状況の有効性の証拠にはなりません。',
    );
    expect(summary.sentences[0]).toBe(cover.note);
    expect(cover.fields[1]?.value).toBe(
      '2026-11-16 00:02:56 UTC (09:02:56 JST)（スキャンの終了日時。Ippo が記入）',
    );
  });

  it('names critical and high checks that could not be judged in the summary', () => {
    const { summary } = documentOf(demoAssessment(), contextIn('en'));

    const told = summary.sentences.filter((sentence) =>
      sentence.includes('could not be judged, so'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Critical, unknown (2)');
    expect(summary.worst?.rows.map((row) => row.at(-1))).toContain('1 of 13 judged\n4 unknown');
  });

  it('says on its pages that the data is simulated, and nothing where it is an account’s', () => {
    const real: Assessment = { ...demoAssessment(), source: { kind: 'aws' } };

    const notices = [demoAssessment(), real].map((one) => documentOf(one, contextIn('ja')).notice);

    expect(notices).toEqual([
      'デモデータ（acme-demo）です。このアカウントは架空のものです。',
      null,
    ]);
  });
});

function groupsOf({ chapters }: ReportDocument) {
  return chapters
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'check' ? block.groups : []));
}

function placesOf(document: ReportDocument) {
  return groupsOf(document).flatMap(({ places }) => places);
}
