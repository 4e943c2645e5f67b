import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useQuery } from '@tanstack/react-query';
import type { Language } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useLanguageSwitch } from '../../i18n/language-provider.tsx';
import { Text, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';
import logo from '../../ui/logo.svg';
import './entry.css';

/** Two halves: the promise with its stair, and the form; language before anything else. */
export function EntryFrame({ children }: { children: ReactNode }) {
  const t = useText();
  const { language, choose } = useLanguageSwitch();
  const status = useQuery(queries.status.queryOptions({ retry: false }));
  return (
    <div className="entry">
      <section className="entry-promise" aria-label="Ippo">
        <img src={logo} alt="Ippo" width="141" height="48" />
        <p className="entry-headline">{t('entry.promise')}</p>
        <ul>
          <li>
            <Text id="entry.promise-pass" />
          </li>
          <li>
            <Text id="entry.promise-read" />
          </li>
          <li>
            <Text id="entry.promise-evidence" />
          </li>
        </ul>
        <EntryStair />
      </section>
      <main className="entry-main">
        <div className="entry-language">
          <SegmentedControl
            label={t('entry.language')}
            selectedId={language}
            options={[
              { id: 'en', text: 'English' },
              { id: 'ja', text: '日本語' },
            ]}
            onChange={({ detail }) => choose(detail.selectedId as Language)}
          />
        </div>
        <div className="entry-form">{children}</div>
        <p className="fine entry-about">
          {status.data
            ? `${t('entry.about', { version: status.data.version, address: status.data.address })} · ${t(
                status.data.loopbackOnly ? 'entry.loopback' : 'entry.open-network',
              )}`
            : ''}
        </p>
      </main>
    </div>
  );
}

/** The stair of the first page: four steps taken, the next ones waiting. */
function EntryStair() {
  const xs = [0, 100, 200, 300, 400, 500, 600];
  const y = (index: number) => 280 - index * 46;
  return (
    <svg
      className="entry-stair"
      viewBox="0 -20 640 320"
      preserveAspectRatio="xMinYMax slice"
      aria-hidden="true"
    >
      <path
        d={`M0 300V280 ${xs.map((x, index) => `L${x} ${y(index)} L${x + 100} ${y(index)}`).join(' ')} L700 300Z`}
        fill="#16263c"
      />
      {xs.map((x, index) => (
        <g key={x} strokeWidth={index < 4 ? 7 : 4} stroke={index < 4 ? '#5fc384' : '#2c4463'}>
          {index > 0 ? (
            <path d={`M${x} ${y(index - 1)}V${y(index)}`} stroke="#2c4463" strokeWidth="4" />
          ) : null}
          <path d={`M${x} ${y(index)}H${x + 100}`} />
        </g>
      ))}
    </svg>
  );
}
