import Select from '@cloudscape-design/components/select';
import { useText } from '../i18n/text.tsx';
import { browserZone } from '../lib/reader-zone.ts';

const own = 'browser';

/** One of the IANA time zones; null, where it is offered, is the browser's own. */
export function ZoneSelect(props: {
  zone: string | null;
  withBrowser?: boolean;
  disabled?: boolean;
  onChange: (zone: string | null) => void;
}) {
  const t = useText();
  const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  const browser = { value: own, label: t('display.browser-zone', { zone: browserZone() }) };
  return (
    <Select
      selectedOption={props.zone === null ? browser : { value: props.zone, label: props.zone }}
      options={[
        ...(props.withBrowser ? [browser] : []),
        ...zones.map((value) => ({ value, label: value })),
      ]}
      filteringType="auto"
      filteringPlaceholder={t('display.zone-find')}
      filteringAriaLabel={t('display.zone-find')}
      noMatch={t('display.zone-none')}
      virtualScroll
      disabled={props.disabled ?? false}
      onChange={({ detail }) => {
        const { value } = detail.selectedOption;
        props.onChange(value === undefined || value === own ? null : value);
      }}
    />
  );
}
