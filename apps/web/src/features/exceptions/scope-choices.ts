import type { ExceptionScope } from '@ippo/contracts';

/** The finding that a risk is accepted from. */
export type AcceptSubject = {
  account: string;
  check: string;
  region?: string | undefined;
  resource?: string | undefined;
};

export const choiceIds = ['place', 'resource', 'region', 'check'] as const;
export type ChoiceId = (typeof choiceIds)[number];
export type ScopeChoice = { id: ChoiceId; scope: ExceptionScope };

/** How wide a risk can be accepted from a finding, the narrowest first; never wider than its check. */
export function scopeChoices({ account, check, region, resource }: AcceptSubject): ScopeChoice[] {
  const regions = [region ?? 'global'];
  const here = { account, check };
  const both = region !== undefined && resource !== undefined;
  const choices: ScopeChoice[] = [
    { id: 'place', scope: { ...here, regions, resource: resource ?? null } },
    ...(both
      ? [
          { id: 'resource' as const, scope: { ...here, regions: null, resource } },
          { id: 'region' as const, scope: { ...here, regions, resource: null } },
        ]
      : []),
    { id: 'check', scope: { ...here, regions: null, resource: null } },
  ];
  return choices;
}
