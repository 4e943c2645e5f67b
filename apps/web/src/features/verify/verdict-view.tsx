import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { MadeReport, SigningKey } from '@ippo/contracts';
import type { PackVerdict } from '@ippo/pack';
import { Text, useLanguage, useText } from '../../i18n/text.tsx';
import { writeBytes } from '../../lib/write-bytes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { When } from '../../ui/when.tsx';
import { PackFiles } from './pack-files.tsx';
import type { FileVerdict } from './verdict.ts';

type Props = {
  verdict: FileVerdict;
  /** The record of a file with this digest; undefined while it is asked for, `failed` where it cannot be. */
  made: MadeReport | null | undefined | 'failed';
  /** Undefined while they are asked for. */
  keys: readonly SigningKey[] | undefined | 'failed';
};

/** The verdict in one sentence, then what it rests on. */
export function VerdictView({ verdict, made, keys }: Props) {
  const t = useText();
  const language = useLanguage();
  const { name, size, sha256, pack } = verdict;
  return (
    <Container>
      <SpaceBetween size="m">
        <div className="verify-verdict" role="status">
          {pack ? <PackSentence pack={pack} keys={keys} /> : <RecordSentence made={made} />}
        </div>
        <dl className="verify-facts">
          <dt>{t('verify.file')}</dt>
          <dd className="arn">
            {name} <span className="muted">{writeBytes(size, language)}</span>
          </dd>
          <dt>{t('verify.sha')}</dt>
          <dd>
            <code className="mono arn">{sha256}</code>{' '}
            <CopyButton text={sha256} label={t('reports.copy-sha')} short />
          </dd>
          {pack ? (
            <>
              <dt>{t('verify.key')}</dt>
              <dd>
                <KeyWords pack={pack} keys={keys} />
              </dd>
            </>
          ) : null}
        </dl>
        {pack && made !== 'failed' && made ? <RecordText made={made} /> : null}
        {pack ? <PackFiles pack={pack} /> : null}
      </SpaceBetween>
    </Container>
  );
}

function PackSentence({ pack, keys }: { pack: PackVerdict; keys: Props['keys'] }) {
  const t = useText();
  if (!pack.verified)
    return (
      <StatusIndicator type="error">
        <b>{t('verify.not-verified')}</b>
      </StatusIndicator>
    );
  const known = Array.isArray(keys) && keys.some((key) => isOf(key, pack));
  return known ? (
    <>
      <StatusIndicator type="success" colorOverride="grey">
        <b>{t('verify.verified')}</b>
      </StatusIndicator>
      <p>{t('verify.verified-text')}</p>
    </>
  ) : (
    <>
      <StatusIndicator type="warning">
        <b>{t('verify.verified-unknown-key')}</b>
      </StatusIndicator>
      <p>{t('verify.unknown-key-text')}</p>
    </>
  );
}

function RecordSentence({ made }: { made: Props['made'] }) {
  const t = useText();
  if (made === undefined)
    return <StatusIndicator type="in-progress">{t('common.loading')}</StatusIndicator>;
  if (made === 'failed')
    return <StatusIndicator type="warning">{t('verify.record-failed')}</StatusIndicator>;
  if (made === null)
    return (
      <>
        <StatusIndicator type="warning">
          <b>{t('verify.not-recorded')}</b>
        </StatusIndicator>
        <p>{t('verify.not-recorded-text')}</p>
      </>
    );
  return (
    <>
      <StatusIndicator type="success" colorOverride="grey">
        <b>{t('verify.recorded')}</b>
      </StatusIndicator>
      <RecordText made={made} />
    </>
  );
}

function RecordText({ made }: { made: MadeReport }) {
  return (
    <p>
      <Text
        id="verify.recorded-text"
        values={{ by: <bdi>{made.by}</bdi>, when: <When at={made.at} /> }}
      />
    </p>
  );
}

function KeyWords({ pack, keys }: { pack: PackVerdict; keys: Props['keys'] }) {
  const t = useText();
  if (pack.key === null) return t('verify.key-none');
  const { fingerprint } = pack.key;
  const known = Array.isArray(keys) ? keys.find((key) => isOf(key, pack)) : undefined;
  return (
    <>
      <code className="mono arn">{fingerprint}</code>{' '}
      {keys === 'failed' ? (
        t('verify.keys-failed')
      ) : keys === undefined ? null : known === undefined ? (
        <b>{t('verify.key-unknown')}</b>
      ) : known.retiredAt === null ? (
        t('verify.key-active')
      ) : (
        <Text id="verify.key-retired" values={{ when: <When at={known.retiredAt} /> }} />
      )}
    </>
  );
}

function isOf({ fingerprint }: SigningKey, { key }: PackVerdict): boolean {
  return key !== null && key.fingerprint === fingerprint;
}
