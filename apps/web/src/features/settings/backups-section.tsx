import Button from '@cloudscape-design/components/button';
import type { Backup } from '@ippo/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { api, queries } from '../../lib/api-client.ts';
import { writeBytes } from '../../lib/write-bytes.ts';
import { DoneNote } from '../../ui/done-note.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { When } from '../../ui/when.tsx';

/** Backups in the data folder, and one more when asked. */
export function BackupsSection({ backups }: { backups: readonly Backup[] }) {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => api.storage.backUp(),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.storage.key() }),
  });
  return (
    <PageSection
      id="backups"
      title={t('backups.title')}
      about={t('backups.about')}
      actions={
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t('backups.make')}
        </Button>
      }
    >
      {make.error ? <ProblemText error={make.error} /> : null}
      <DoneNote
        text={
          make.data
            ? t('backups.made', {
                name: make.data.name,
                size: writeBytes(make.data.bytes, language),
              })
            : null
        }
      />
      {backups.length === 0 ? <p className="plain muted">{t('backups.none')}</p> : null}
      <ul className="thing-list">
        {backups.map(({ name, bytes, madeAt }) => (
          <li key={name}>
            <div>
              <code className="mono arn">{name}</code>
              <div className="things">
                <span>{writeBytes(bytes, language)}</span>
                <span>
                  <When at={madeAt} />
                </span>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
