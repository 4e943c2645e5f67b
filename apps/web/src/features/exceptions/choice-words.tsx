import { Text } from '../../i18n/text.tsx';
import { RegionName } from '../../ui/region-name.tsx';
import type { ScopeChoice } from './scope-choices.ts';

const ids = {
  place: 'accept.this-place',
  resource: 'accept.this-resource',
  region: 'accept.this-region',
  check: 'accept.whole-check',
} as const;

/** How wide a choice is, in words. */
export function ChoiceWords({ choice: { id, scope } }: { choice: ScopeChoice }) {
  const region = <RegionName region={scope.regions?.[0] ?? 'global'} />;
  return <Text id={ids[id]} values={{ region }} />;
}
