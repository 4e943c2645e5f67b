import Button from '@cloudscape-design/components/button';
import { problemSentence, type Connection, type ConnectionSchedule } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Text, useLanguage, useText, type Write } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';
import { OwnersNote, useMay } from './owners-note.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { useScheduleWords } from './use-schedule-words.ts';

/** When each connection is scanned by itself. */
export function ScheduleSection() {
  const t = useText();
  const mayChange = useMay('settings');
  const schedules = useQuery(queries.schedules.list.queryOptions());
  const connections = useQuery(queries.connections.list.queryOptions());
  const [open, setOpen] = useState<string | null>(null);
  return (
    <PageSection id="schedule" title={t('schedule.title')} about={t('schedule.about')}>
      {mayChange ? null : <OwnersNote />}
      {schedules.error ? <ProblemText error={schedules.error} /> : null}
      <ul className="thing-list">
        {schedules.data?.schedules.map((one) => {
          const known = connections.data?.connections.find(({ id }) => id === one.target);
          const name = nameOf(one.target, known, t);
          return (
            <li key={one.target} className={open === one.target ? 'open-thing' : ''}>
              <div>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <ScheduleTold one={one} />
                {open === one.target ? (
                  <ScheduleForm schedule={one} onClose={() => setOpen(null)} />
                ) : null}
              </div>
              {mayChange && open !== one.target ? (
                <Button
                  ariaLabel={t('schedule.change-of', { name })}
                  onClick={() => setOpen(one.target)}
                >
                  {t('schedule.change')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </PageSection>
  );
}

function ScheduleTold({ one }: { one: ConnectionSchedule }) {
  const language = useLanguage();
  const t = useText();
  const words = useScheduleWords();
  const [next, then] = one.next;
  return (
    <>
      <div>{words(one.schedule)}</div>
      <div className="things">
        {next === undefined ? null : (
          <span>
            <Text id="schedule.next" values={{ when: <When at={next} /> }} />
          </span>
        )}
        {then === undefined ? null : (
          <span>
            <Text id="schedule.then" values={{ when: <When at={then} /> }} />
          </span>
        )}
        {one.lastRunAt === null ? null : (
          <span>
            <Text id="schedule.last" values={{ when: <When at={one.lastRunAt} /> }} />
          </span>
        )}
      </div>
      {one.lastProblem === null ? null : (
        <div>
          {t('schedule.last-problem', { why: problemSentence(one.lastProblem, {}, language) })}
        </div>
      )}
    </>
  );
}

function nameOf(target: string, known: Connection | undefined, t: Write): string {
  if (known?.name) return known.name;
  if (target === 'aws') return t('schedule.machine');
  return target === 'demo' ? t('schedule.demo') : t('schedule.target', { id: target });
}
