import { blockedSentence, unjudgedSentence } from './summary-worst.ts';
import { reasonWords, scanEndWords } from './words.ts';
import type { Writing } from './writing.ts';

/** What fails and what could not be told, in a few sentences. */
export function sentencesOf(writing: Writing): string[] {
  const { assessment, language, list, count, say } = writing;
  const ja = language === 'ja';
  const { checks, unreadable, exceptions } = assessment;
  const failed = checks.filter(({ outcome }) => outcome === 'fail');
  const critical = failed.filter(({ severity }) => severity === 'critical').length;
  const unknown = checks.filter(({ outcome }) => outcome === 'unknown').length;
  const fails = checks.flatMap(({ findings }) =>
    findings.filter(({ outcome }) => outcome === 'fail'),
  );
  const accepted = new Set(
    exceptions
      .filter(({ state }) => state === 'active')
      .flatMap(({ fingerprints }) => fingerprints),
  );
  const kept = fails.filter(({ fingerprint }) => accepted.has(fingerprint)).length;
  const sentences = [failsSentence(), blockedSentence(writing)].filter((one) => one !== null);
  if (unknown > 0) {
    const reasons = [...new Set(unreadable.map(({ reason }) => reason))];
    const why = list(reasons.map((reason) => reasonWords[reason][language]));
    const regions = new Set(unreadable.map(({ region }) => region)).size;
    const where = ja
      ? `${count(regions)} か所`
      : `${count(regions)} ${regions === 1 ? 'place' : 'places'}`;
    sentences.push(
      ja
        ? `${count(unknown)} 件は判断できませんでした。${regions > 0 ? `${where}に読み取れない項目があったためです（${why}）。` : ''}判断できなかったものは合格として数えません。`
        : `${count(unknown)} could not be judged${regions > 0 ? `, as something could not be read in ${where}: ${why}` : ''}. They do not count as passed.`,
    );
  } else if (unreadable.length > 0)
    sentences.push(
      ja
        ? `読み取れなかった項目が ${count(unreadable.length)} 件あります。`
        : `${count(unreadable.length)} answers are missing; they do not count as passed.`,
    );
  const unjudged = unjudgedSentence(writing);
  if (unjudged !== null) sentences.push(unjudged);
  const { ended } = assessment.scan;
  if (ended !== 'complete')
    sentences.push(
      ja
        ? `スキャンは途中で終了しました（${say(scanEndWords[ended])}）。確認できなかったものは不明とします。`
        : `The scan ended early (${say(scanEndWords[ended])}): what it did not ask is unknown.`,
    );
  return sentences;

  function failsSentence(): string {
    const [all, some, findings] = [count(checks.length), count(failed.length), count(fails.length)];
    if (fails.length === 0) return noFailSentence(all);
    if (ja) {
      const worst = critical > 0 ? `（うち重大 ${count(critical)} 件）` : '';
      const risk = kept > 0 ? `で、うち ${count(kept)} 件はリスクを受容しています` : 'です';
      return `${all} 件のチェックのうち ${some} 件が不合格です${worst}。不合格の検出事項は ${findings} 件${risk}。`;
    }
    const risk = kept > 0 ? `; the risk of ${count(kept)} is accepted` : '';
    const one = failed.length === 1;
    const worst =
      critical > 0 ? (one ? ', a critical one' : `, ${count(critical)} of them critical`) : '';
    const found = `${findings} failed ${fails.length === 1 ? 'finding' : 'findings'}`;
    return `${some} of ${all} checks ${one ? 'fails' : 'fail'}${worst}, with ${found}${risk}.`;
  }

  // Of what nobody could judge, that it does not fail is no good news.
  function noFailSentence(all: string): string {
    const { judged } = assessment.coverage.checks;
    if (checks.length === 0) return ja ? '評価していません。' : 'Nothing was judged.';
    if (judged === checks.length)
      return ja ? `${all} 件のチェックに不合格はありません。` : `None of the ${all} checks fails.`;
    if (judged === 0)
      return ja
        ? `${all} 件のチェックのうち、判断できたものはありません。`
        : `None of the ${all} checks could be judged.`;
    return ja
      ? `${all} 件のチェックのうち、判断できた ${count(judged)} 件に不合格はありません。`
      : `Of ${all} checks, none of the ${count(judged)} that could be judged fails.`;
  }
}
