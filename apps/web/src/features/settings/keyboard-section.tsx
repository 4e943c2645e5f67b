import Toggle from '@cloudscape-design/components/toggle';
import { useText } from '../../i18n/text.tsx';
import { useShortcutsEnabled } from '../../lib/use-shortcuts-enabled.ts';
import { PageSection } from '../../ui/page-section.tsx';

/** Whether single keys do something in this browser. */
export function KeyboardSection() {
  const t = useText();
  const [enabled, setEnabled] = useShortcutsEnabled();
  return (
    <PageSection id="keyboard" title={t('keyboard.title')}>
      <Toggle
        checked={enabled}
        description={t('keyboard.about')}
        onChange={({ detail }) => setEnabled(detail.checked)}
      >
        {t('keyboard.on')}
      </Toggle>
    </PageSection>
  );
}
