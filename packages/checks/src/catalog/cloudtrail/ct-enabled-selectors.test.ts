import {
  advanced,
  noStores,
  selectorsOf,
  statusOf,
  trail,
  trailLists,
} from '../../testing/aws-literals.ts';
import { checkCases, type Cases } from '../../testing/check-cases.ts';
import { evidence } from '../../testing/evidence.ts';
import check from './ct-enabled.ts';

const custom = trail('main', { HasCustomEventSelectors: true });
const management = ['eventCategory', 'Equals', 'Management'] as const;

function selecting(selectors: Parameters<typeof selectorsOf>[1]) {
  return evidence(trailLists(custom), statusOf(custom), selectorsOf(custom, selectors), noStores());
}

function basic(ReadWriteType: string | undefined, IncludeManagementEvents?: boolean) {
  return {
    EventSelectors: [
      {
        ...(ReadWriteType === undefined ? {} : { ReadWriteType }),
        ...(IncludeManagementEvents === undefined ? {} : { IncludeManagementEvents }),
      },
    ],
  };
}

/** The same verdict for each way of writing an advanced selector. */
function each(reason: string, ways: Readonly<Record<string, ReturnType<typeof advanced>>>): Cases {
  return Object.fromEntries(
    Object.entries(ways).map(([sentence, way]) => [sentence, { given: selecting(way), reason }]),
  );
}

checkCases(check, {
  passes: {
    ...Object.fromEntries(
      ['All', 'WriteOnly', 'writeonly', 'ALL'].map((type) => [
        `a basic selector takes management events of type ${type}`,
        { given: selecting(basic(type, true)), reason: 'covered' },
      ]),
    ),
    'excluded sources are another check’s business': {
      given: selecting({
        EventSelectors: [
          {
            ReadWriteType: 'All',
            IncludeManagementEvents: true,
            ExcludeManagementEventSources: ['kms.amazonaws.com'],
          },
        ],
      }),
      reason: 'covered',
    },
    ...each('covered', {
      'an advanced selector takes all management events': advanced([...management]),
      'an advanced selector takes writes only': advanced(
        [...management],
        ['readOnly', 'Equals', 'false'],
      ),
      'an advanced selector leaves out reads by NotEquals true': advanced(
        [...management],
        ['readOnly', 'NotEquals', 'true'],
      ),
      'an advanced selector writes its fields in another case': advanced(
        ['EVENTCATEGORY', 'Equals', 'MANAGEMENT'],
        ['READONLY', 'Equals', 'FALSE'],
      ),
      'an advanced selector leaves out a source by NotEquals': advanced(
        [...management],
        ['eventSource', 'NotEquals', 'kms.amazonaws.com', 'rdsdata.amazonaws.com'],
      ),
      'an advanced selector leaves out sources by NotStartsWith': advanced(
        [...management],
        ['eventSource', 'NotStartsWith', 'kms'],
      ),
      'an advanced selector leaves out sources by NotEndsWith': advanced(
        [...management],
        ['eventSource', 'NotEndsWith', '.amazonaws.com.cn'],
      ),
    }),
    'one of several selectors is enough': {
      given: selecting({
        EventSelectors: [
          { ReadWriteType: 'ReadOnly', IncludeManagementEvents: true },
          { ReadWriteType: 'All', IncludeManagementEvents: true },
        ],
      }),
      reason: 'covered',
    },
  },
  fails: {
    'only reads are recorded': {
      given: selecting(basic('ReadOnly', true)),
      reason: 'no-write-management-events',
    },
    'only data events are recorded': {
      given: selecting(basic('All', false)),
      reason: 'no-write-management-events',
    },
    ...each('no-write-management-events', {
      'an advanced selector takes data events, whatever its name says': advanced([
        'eventCategory',
        'Equals',
        'Data',
      ]),
      'an advanced selector takes reads only': advanced(
        [...management],
        ['readOnly', 'Equals', 'true'],
      ),
      'an advanced selector leaves out writes': advanced(
        [...management],
        ['readOnly', 'NotEquals', 'false'],
      ),
      'an advanced selector is narrowed to some event names': advanced(
        [...management],
        ['eventName', 'Equals', 'CreateUser'],
      ),
      'an advanced selector leaves out some event names': advanced(
        [...management],
        ['eventName', 'NotEquals', 'DeleteTrail'],
      ),
      'an advanced selector is narrowed to one source': advanced(
        [...management],
        ['eventSource', 'Equals', 'iam.amazonaws.com'],
      ),
      'an advanced selector is narrowed to some identities': advanced(
        [...management],
        ['userIdentity.arn', 'StartsWith', 'arn:aws:iam::111122223333:role/ops'],
      ),
      'an advanced selector is narrowed by a field that nobody knows': advanced(
        [...management],
        ['phaseOfTheMoon', 'Equals', 'full'],
      ),
    }),
  },
  unknown: {
    'a ReadWriteType that nobody knows': {
      given: selecting(basic('Sometimes', true)),
      reason: 'not-read',
      readingReason: 'malformed',
    },
    'a ReadWriteType is missing': { given: selecting(basic(undefined, true)), reason: 'not-read' },
    'whether management events are included is missing': {
      given: selecting(basic('All')),
      reason: 'not-read',
    },
    'a trail with custom selectors shows none': { given: selecting({}), reason: 'not-read' },
  },
});
