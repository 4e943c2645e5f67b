import type { CatalogueCheck, CheckResult } from '@ippo/contracts';
import type { Fact, Mark } from '../document.ts';
import { evidenceOf } from '../evidence-of.ts';
import { blockerOf, markOf } from '../mark-words.ts';
import { callRanges } from '../numbered-calls.ts';
import type { Writing } from '../writing.ts';

/** Why a check matters and what it asks, what to do, what it rests on, and whose list asks for it. */
export function aboutOf(
  check: CheckResult,
  mark: Mark,
  writing: Writing,
): { about: string[]; facts: Fact[] } {
  const { language, say, checkOf } = writing;
  const known = checkOf(check.id);
  if (!known) return { about: [], facts: [] };
  const rests = { label: say({ en: 'Rests on', ja: '根拠' }), cell: restsOn(check, mark, writing) };
  if (mark === 'pass' || mark === 'not-applicable')
    return { about: [known.good[language]], facts: [rests] };
  const facts: Fact[] = [rests];
  if (mark === 'blocked')
    facts.push({
      label: say({ en: 'To do', ja: '対処' }),
      cell: { text: firstOf(check, writing), strong: true },
    });
  if (mark === 'fail') {
    const { minutes, cost, mayBreak } = known.remediation;
    const effort = language === 'ja' ? `約 ${minutes} 分` : `about ${minutes} minutes`;
    facts.push(
      {
        label: say({ en: 'To do', ja: '対処' }),
        cell: { text: known.todo[language], strong: true },
      },
      {
        label: say({ en: 'Effort, cost', ja: '手間・費用' }),
        cell: language === 'ja' ? `${effort}。${cost.text.ja}` : `${effort}. ${cost.text.en}`,
      },
      { label: say({ en: 'May break', ja: '影響' }), cell: mayBreak[language] },
    );
  }
  if (mark === 'manual')
    facts.push({
      label: say({ en: 'Questions', ja: '質問' }),
      cell: Object.values(known.questions)
        .map((question) => question[language])
        .join('\n'),
    });
  const asked = askedFor(known, writing);
  if (asked.length > 0)
    facts.push({
      label: say({ en: 'Related requirements', ja: '対応する基準' }),
      cell: asked.join(' · '),
    });
  return { about: [known.why[language], known.good[language]], facts };
}

/** What must be mended before there is anything to judge here. */
function firstOf({ findings }: CheckResult, { say, sentences }: Writing): string {
  const ids = new Set(findings.flatMap((finding) => blockerOf(finding) ?? []));
  const titles = [...ids].map((id) => sentences.title(id));
  return say({
    en: `First meet ${titles.map((title) => `“${title}”`).join(', ')}, then scan again.`,
    ja: `まず${titles.map((title) => `「${title}」`).join('')}を満たしてから、もう一度スキャンする。`,
  });
}

/** The calls that its findings of one outcome rest on, by operation. */
function restsOn(check: CheckResult, mark: Mark, { calls, say, assessment }: Writing): string {
  const used = new Map<string, Set<number>>();
  const findings = check.findings.filter((finding) => markOf(finding) === mark);
  const refs = findings.flatMap((finding) => evidenceOf(finding, assessment));
  for (const ref of new Set(refs)) {
    const numbers = used.get(ref.operation) ?? new Set<number>();
    for (const number of calls.numbersOf([ref])) numbers.add(number);
    used.set(ref.operation, numbers);
  }
  if (used.size === 0) return say({ en: 'no answer of AWS', ja: 'AWS の応答なし' });
  return [...used]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([operation, numbers]) => `${operation} (${callRanges([...numbers].sort((a, b) => a - b))})`,
    )
    .join(', ');
}

/** `CIS AWS Foundations 5.0: 1.4, 1.5 (in part)`: a line for each list that asks for it. */
function askedFor({ references }: CatalogueCheck, { catalogue, say }: Writing): string[] {
  const part = say({ en: ' (in part)', ja: '（一部）' });
  return catalogue.frameworks.flatMap(({ id, name }) => {
    const items = references
      .filter(({ framework }) => framework === id)
      .map((reference) => `${reference.id}${reference.relation === 'proves' ? '' : part}`);
    return items.length === 0 ? [] : [`${name}: ${items.join(', ')}`];
  });
}
