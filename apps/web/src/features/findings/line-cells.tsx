import { checkPath, paths } from '../../app/paths.ts';
import { useLanguage, useText, type Write } from '../../i18n/text.tsx';
import { writeDay } from '../../lib/dates.ts';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ExceptionTag } from '../../ui/exception-tag.tsx';
import { FindingLink, isFresh, ResourceCell, SinceCell, WhereCell } from './finding-cells.tsx';
import { addressOf } from './finding-query.ts';
import { isGroup, shared, type ListedRow } from './listed-rows.ts';

type Line = { line: ListedRow };
type Told = Line & { sentences: Sentences };

/** What a line says: a finding opens its page; a group says what all its findings say. */
export function LineTold({ line, sentences }: Told) {
  if (!isGroup(line)) return <FindingLink row={line.lead} sentences={sentences} />;
  return <GroupTold line={line} sentences={sentences} />;
}

function GroupTold({ line, sentences }: Told) {
  const t = useText();
  const { lead, count } = line;
  const flags = line.findings.flatMap(({ exception }) => exception ?? []);
  const flag = shared(line, ({ exception }) => exception?.id);
  const outcome = { any: [lead.blocked ? 'blocked' : lead.outcome], not: false };
  // The check's list may hold more than this group: its words promise no number.
  const all = { tokens: { outcome, check: { any: [lead.check], not: false } } };
  return (
    <div className="finding-told">
      <AppLink to={checkPath(lead.check)}>{groupSentence(line, sentences, t)}</AppLink>
      {line.findings.every(isFresh) ? (
        <>
          {' '}
          <span className="tag">{t('findings.new')}</span>
        </>
      ) : null}
      {flag !== undefined && flags[0] ? (
        <>
          {' '}
          <ExceptionTag flag={flags[0]} />
        </>
      ) : null}
      {flag === undefined && flags.length > 0 ? (
        <div className="fine">{t('findings.some-flagged', { n: flags.length })}</div>
      ) : null}
      <div className="fine">
        {sentences.short(lead.check)} · {t('findings.of-group', { n: count })}
      </div>
      {count > line.findings.length ? (
        <AppLink to={`${paths.findings}?${addressOf(all)}&group=off`}>
          {t('findings.whole-group', { n: count, shown: line.findings.length })}
        </AppLink>
      ) : null}
    </div>
  );
}

/** What is so of every finding of a group: the verdict on the check where each says something of its own. */
export function groupSentence(line: ListedRow, sentences: Sentences, t: Write): string {
  const { check, outcome, blocked } = line.lead;
  const said = new Set(line.findings.map(({ reason }) => reasonSentence(check, reason, sentences)));
  const [only] = said;
  if (line.same && said.size === 1 && only !== undefined) return only;
  const word = t(`outcome.${blocked ? 'blocked' : outcome}`);
  return t('findings.verdict-of', { word, check: sentences.title(check) });
}

/** Where a line is: its Region, or how many there are. */
export function LineWhere({ line }: Line) {
  const t = useText();
  const region = shared(line, (row) => row.region ?? 'global');
  if (region !== undefined) return <WhereCell row={line.lead} />;
  const regions = new Set(line.findings.map((row) => row.region ?? 'global'));
  // Of a group that did not come whole nobody here knows all Regions.
  if (line.count > line.findings.length)
    return <span>{t('findings.places', { n: line.count })}</span>;
  return <span>{t('checks.count.region', { n: regions.size })}</span>;
}

/** What a line is about: its resource, or how many there are. */
export function LineResource({ line }: Line) {
  const t = useText();
  const name = shared(line, (row) => row.facet ?? row.resource ?? '');
  if (name !== undefined) return <ResourceCell row={line.lead} />;
  return <span>{t('findings.resources', { n: line.count })}</span>;
}

/** Since when: of a group that did not begin at one time, the first. */
export function LineSince({ line }: Line) {
  const t = useText();
  const language = useLanguage();
  const days = line.findings.map(({ since }) => writeDay(since, language));
  if (new Set(days).size === 1) return <SinceCell row={line.lead} />;
  const [first] = line.findings.map(({ since }) => since).toSorted();
  return first === undefined ? null : (
    <span>{t('findings.first-of-group', { day: writeDay(first, language) })}</span>
  );
}
