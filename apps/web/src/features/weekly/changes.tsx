import { GLOBAL, placeOf, type Week, type WeekItem } from '@ippo/contracts';
import { changesPath, checkPath, findingPath, paths } from '../../app/paths.ts';
import { Text, useLanguage, useText, type Write } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { reasonSentence } from '../../lib/verdict-sentence.ts';
import { writeUnits } from '../../lib/write-names.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { When } from '../../ui/when.tsx';

type Props = { week: Week; sentences: Sentences };
const shown = 2;

/** What got worse, and what got better, each with where and since which scan. */
export function Changes({ week, sentences }: Props) {
  const { was, now } = week;
  const all = was && now ? changesPath(was.scanId, now.scanId) : paths.changes;
  return (
    <div className="week-changes">
      <Side side="worse" items={week.worse} all={all} sentences={sentences} />
      <Side side="better" items={week.better} all={all} sentences={sentences} />
    </div>
  );
}

type SideProps = {
  side: 'worse' | 'better';
  items: readonly WeekItem[];
  /** Where all of them stand. */
  all: string;
  sentences: Sentences;
};

function Side({ side, items, all, sentences }: SideProps) {
  const t = useText();
  const more = items.length - shown;
  const headings = items.map((item) => headingOf(item, side, sentences, t));
  return (
    <section>
      <div className="week-side-head">
        <h2>
          <span className={side === 'better' ? 'outcome-pass' : 'outcome-fail'} aria-hidden="true">
            {side === 'better' ? '▲' : '▼'}
          </span>{' '}
          {t(`week.${side}`, { n: items.length })}
        </h2>
        {more > 0 ? <AppLink to={all}>{t('week.more', { n: more })}</AppLink> : null}
      </div>
      {items.length === 0 ? <p className="week-nothing">{t(`week.${side}-none`)}</p> : null}
      <ul>
        {items.slice(0, shown).map((item, index) => (
          <li key={`${item.check} ${item.how}`}>
            <Item
              item={item}
              side={side}
              heading={
                headings.indexOf(headings[index] ?? '') < index
                  ? t('worst.same', { title: sentences.title(item.check) })
                  : (headings[index] ?? '')
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ item, side, heading }: { item: WeekItem; side: string; heading: string }) {
  const t = useText();
  const language = useLanguage();
  const { check, places, names, since, left, blocks, fingerprint, how } = item;
  const to =
    fingerprint === null
      ? side === 'worse'
        ? `${paths.findings}?check=${check}&outcome=fail`
        : checkPath(check)
      : findingPath(fingerprint);
  const rest = places - names.length;
  const written = names
    .filter((name) => name !== GLOBAL)
    .map((name) => lastPart(placeOf(name, language)));
  return (
    <>
      <h3>
        <AppLink to={to}>{heading}</AppLink>
      </h3>
      <p>
        {written.length > 0 ? writeUnits(written, language) : null}
        {written.length > 0 && rest > 0 ? t('week.places-more', { n: rest }) : null}
        {written.length > 0 ? ' · ' : null}
        <Text
          id={how === 'seen' ? 'week.seen-by' : 'week.since'}
          values={{ when: <When at={since} brief /> }}
        />
        {left > 0 && side === 'better' ? ` · ${t('week.left', { n: left })}` : null}
        {blocks > 0 ? ` · ${t('week.blocks', { n: blocks })}` : null}
      </p>
    </>
  );
}

/** What is true now, as a sentence; where places differ, or some are left, how many are so. */
function headingOf(item: WeekItem, side: string, sentences: Sentences, t: Write): string {
  const { check, reason, places, left } = item;
  const title = sentences.title(check);
  if (side === 'better') return left === 0 ? title : t('week.partly', { n: places, title });
  return reason === null
    ? t('week.not-met', { n: places, title })
    : reasonSentence(check, reason, sentences);
}

/** The name at the end of an ARN. */
function lastPart(name: string): string {
  return name.startsWith('arn:') ? (name.split(/[:/]/).at(-1) ?? name) : name;
}
