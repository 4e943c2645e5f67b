import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { LazyTexts } from '../../i18n/lazy-texts.tsx';
import { useText } from '../../i18n/text.tsx';
import { useShortcutsEnabled } from '../../lib/use-shortcuts-enabled.ts';
import './key-list.css';

const lines = [
  { id: 'search', keys: ['/'] },
  { id: 'list', keys: ['?'] },
  { id: 'overview', keys: ['g', 'o'] },
  { id: 'first-steps', keys: ['g', 's'] },
  { id: 'weekly', keys: ['g', 'w'] },
  { id: 'findings', keys: ['g', 'f'] },
  { id: 'regions', keys: ['g', 'r'] },
  { id: 'next', keys: ['j'] },
  { id: 'before', keys: ['k'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'copy', keys: ['c'] },
] as const;

/** The keys, and whether they work. */
export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <LazyTexts part="search">
      <Keys onClose={onClose} />
    </LazyTexts>
  );
}

function Keys({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [enabled, setEnabled] = useShortcutsEnabled();
  return (
    <Modal
      visible
      header={t('shortcuts.title')}
      closeAriaLabel={t('common.close')}
      onDismiss={onClose}
    >
      <SpaceBetween size="m">
        <dl className="key-list">
          {lines.map(({ id, keys }) => (
            <div key={id}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(`shortcuts.${id}`)}</dd>
            </div>
          ))}
        </dl>
        <Toggle checked={enabled} onChange={({ detail }) => setEnabled(detail.checked)}>
          {t('shortcuts.enabled')}
        </Toggle>
      </SpaceBetween>
    </Modal>
  );
}
