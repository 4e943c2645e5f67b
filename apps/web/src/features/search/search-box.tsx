import Autosuggest, { type AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import { placeOf, type ScanReport } from '@ippo/contracts';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { LazyTexts } from '../../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { useGo } from '../../lib/use-go.ts';
import { useReport } from '../../lib/use-report.ts';
import { useCatalogue, useSentencesOf } from '../../lib/use-sentences.ts';
import { findTargets, targetKinds, targetsOf } from './find-targets.ts';

type Props = { onLeave: () => void };

/** Search over the report that the page shows: it opens what is chosen, and never filters. */
export function SearchBox(props: Props) {
  const report = useReport().data?.report;
  const sentences = useSentencesOf(useCatalogue().data);
  if (!report || !sentences) return null;
  return (
    <LazyTexts part="search">
      <Box {...props} report={report} sentences={sentences} />
    </LazyTexts>
  );
}

function Box({ onLeave, report, sentences }: Props & { report: ScanReport; sentences: Sentences }) {
  const t = useText();
  const go = useGo();
  const language = useLanguage();
  const input = useRef<AutosuggestProps.Ref>(null);
  const [text, setText] = useState('');
  const asked = useDeferredValue(text);
  const targets = useMemo(
    () =>
      targetsOf(report, sentences, (region) =>
        region === undefined ? '' : `${placeOf(region, language)} ${region}`,
      ),
    [report, sentences, language],
  );
  const found = useMemo(() => findTargets(targets, asked), [targets, asked]);
  useEffect(() => input.current?.focus(), []);

  function open(to: string): void {
    setText('');
    onLeave();
    go(to);
  }

  return (
    <Autosuggest
      ref={input}
      value={text}
      onChange={({ detail }) => setText(detail.value)}
      onSelect={({ detail }) => open(detail.value)}
      onKeyDown={({ detail }) => {
        const [first] = findTargets(targets, text);
        if (detail.key === 'Escape' && text === '') onLeave();
        // Nothing was pointed at: the first hit is what was meant.
        if (detail.key === 'Enter' && first && !pointedAt()) open(first.to);
      }}
      onBlur={() => {
        if (text === '') onLeave();
      }}
      filteringType="manual"
      hideEnteredTextOption
      enteredTextLabel={(value) => value}
      placeholder={t('shell.search')}
      ariaLabel={t('shell.search')}
      empty={t('search.hint')}
      {...(found.length === 0 && asked.trim() !== ''
        ? { finishedText: t('search.none', { text: asked }) }
        : {})}
      options={targetKinds.flatMap((kind) => {
        const options = found
          .filter((target) => target.kind === kind)
          .map(({ to, label, detail, shape }) => ({
            value: to,
            label,
            description: detail,
            labelTag: kind === 'resources' || shape === 'blocked' ? '' : t(`outcome.${shape}`),
          }));
        return options.length > 0 ? [{ label: t(`search.${kind}`), options }] : [];
      })}
    />
  );
}

/** Whether the arrow keys have reached an option. */
function pointedAt(): boolean {
  return document.activeElement?.hasAttribute('aria-activedescendant') ?? false;
}
