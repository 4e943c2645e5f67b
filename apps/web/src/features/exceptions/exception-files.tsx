import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import {
  exceptionLineSentence,
  may,
  type ExceptionImport,
  type ExceptionLine,
} from '@ippo/contracts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { api } from '../../lib/api-client.ts';
import { useSession } from '../../lib/use-report.ts';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { accountOf, useReread } from './use-exceptions.ts';

type Chosen = { name: string; yaml: string; tried: ExceptionImport };

/** Export and import as YAML: a file is looked at line by line before anything of it is taken in. */
export function ExceptionFiles({ onDone }: { onDone: (said: string) => void }) {
  const t = useText();
  const account = accountOf(useSearchParams()[0]);
  const allowed = may(useSession().data?.role ?? null, 'accept');
  const reread = useReread();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const save = useMutation({
    mutationFn: async () => download((await api.exceptions.export(account)).yaml),
  });
  const look = useMutation({
    mutationFn: async (file: File) => {
      const yaml = await file.text();
      setChosen({
        name: file.name,
        yaml,
        tried: await api.exceptions.import({ yaml, dryRun: true }),
      });
    },
  });
  const take = useMutation({
    mutationFn: (yaml: string) => api.exceptions.import({ yaml }),
    onSuccess: async ({ made, ...told }) => {
      if (told.errors.length > 0 && chosen) setChosen({ ...chosen, tried: { made, ...told } });
      else setChosen(null);
      await reread();
      if (told.errors.length === 0) onDone(t('exceptions.imported', { n: made }));
    },
  });
  const error = save.error ?? look.error ?? take.error;
  return (
    <PageSection id="files" title={t('exceptions.files')} about={t('exceptions.files-about')}>
      <SpaceBetween size="xs" direction="horizontal">
        <Button iconName="download" loading={save.isPending} onClick={() => save.mutate()}>
          {t('exceptions.export')}
        </Button>
        {allowed ? (
          <>
            <input
              ref={input}
              className="visually-hidden"
              type="file"
              tabIndex={-1}
              accept=".yaml,.yml,text/yaml,application/yaml"
              aria-label={t('exceptions.choose')}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) look.mutate(file);
                event.target.value = '';
              }}
            />
            <Button
              iconName="upload"
              loading={look.isPending}
              onClick={() => input.current?.click()}
            >
              {t('exceptions.import')}
            </Button>
          </>
        ) : null}
      </SpaceBetween>
      {error ? <ProblemText error={error} /> : null}
      {chosen ? (
        <div className="panel" role="status">
          <p className="plain">
            <b>
              {chosen.tried.errors.length > 0
                ? chosen.name
                : t('exceptions.chosen', { name: chosen.name, n: chosen.tried.entries })}
            </b>{' '}
            <Outcome tried={chosen.tried} />
          </p>
          <Lines lines={[...chosen.tried.errors, ...chosen.tried.notes]} />
          <SpaceBetween size="xs" direction="horizontal">
            {chosen.tried.errors.length === 0 && chosen.tried.made > 0 ? (
              <Button loading={take.isPending} onClick={() => take.mutate(chosen.yaml)}>
                {t('exceptions.import-now', { n: chosen.tried.made })}
              </Button>
            ) : null}
            <Button onClick={() => setChosen(null)}>{t('accept.cancel')}</Button>
          </SpaceBetween>
        </div>
      ) : null}
    </PageSection>
  );
}

function Outcome({ tried }: { tried: ExceptionImport }) {
  const t = useText();
  if (tried.errors.length > 0) return t('exceptions.import-errors', { n: tried.errors.length });
  const ready = t('exceptions.import-ready', { n: tried.made });
  return tried.waiting > 0 ? `${ready} ${t('exceptions.import-waiting')}` : ready;
}

function Lines({ lines }: { lines: readonly ExceptionLine[] }) {
  const t = useText();
  const language = useLanguage();
  if (lines.length === 0) return null;
  return (
    <ul className="file-lines">
      {lines
        .toSorted((a, b) => a.line - b.line)
        .map((line, place) => (
          <li key={place}>
            <b className="code-name">{t('exceptions.line', { line: line.line })}</b>{' '}
            {exceptionLineSentence(line, language)} <span className="mono">{line.code}</span>
          </li>
        ))}
    </ul>
  );
}

function download(yaml: string): void {
  const address = URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'ippo-exceptions.yaml';
  link.click();
  URL.revokeObjectURL(address);
}
