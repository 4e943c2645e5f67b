import { dashed, type PreflightWithChecks } from '@ippo/contracts';
import { Text, useText } from '../../i18n/text.tsx';
import type { Sentences } from '../../lib/sentence.ts';
import { Joined } from '../../ui/joined.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import { When } from '../../ui/when.tsx';
import { checksBehind, type Sorted } from './sort-permissions.ts';
import { runnerOf } from './who-runs.ts';

type Props = {
  found: PreflightWithChecks;
  sorted: Sorted;
  sentences: Sentences;
  /** Every check of the catalogue. */
  checks: number;
};

/** The verdict as a sentence, and what a scan made now would leave unknown. */
export function Verdict({ found, sorted, sentences, checks }: Props) {
  const regions = [found.startRegion, found.otherRegion].filter((name) => name !== null);
  return (
    <header className="preflight-verdict">
      <p className="fine">
        <span className="code-name">{dashed(found.account)}</span> ·{' '}
        <bdi className="arn">{runnerOf(found.caller).name}</bdi>
      </p>
      <h1>
        <Headline sorted={sorted} total={found.permissions.length} />
      </h1>
      <p className="doors-lead">
        <Lead sorted={sorted} sentences={sentences} checks={checks} />
      </p>
      <p className="fine">
        <Text
          id="preflight.tried-in"
          values={{
            regions: (
              <Joined
                items={regions.map((region) => (
                  <RegionName key={region} region={region} />
                ))}
              />
            ),
            when: <When at={found.at} />,
          }}
        />
      </p>
    </header>
  );
}

function Headline({ sorted, total }: { sorted: Sorted; total: number }) {
  const t = useText();
  const missing = sorted.missing.length;
  if (missing > sorted.granted.length) return t('preflight.little', { missing, total });
  if (missing > 0) return t('preflight.ready-missing', { missing, total });
  if (sorted.other.length > 0) return t('preflight.unproven', { n: sorted.other.length });
  return t(sorted.untried.length > 0 ? 'preflight.ready-tried' : 'preflight.ready-all', { total });
}

function Lead({ sorted, sentences, checks }: Omit<Props, 'found'>) {
  const t = useText();
  const behind = checksBehind([...sorted.missing, ...sorted.other], sentences.check);
  if (behind.n === 0) return t('preflight.lead-none', { checks });
  return t(sorted.missing.length > 0 ? 'preflight.lead-missing' : 'preflight.lead-other', {
    ...behind,
    checks,
  });
}
