import type { EvidenceValue } from '@ippo/contracts';
import {
  advanced,
  noStores,
  selectorsOf,
  statusOf,
  trail,
  trailLists,
} from '../../testing/aws-literals.ts';
import { checkCases, type Case } from '../../testing/check-cases.ts';
import { evidence } from '../../testing/evidence.ts';
import { staysHonest } from '../../testing/refused-readings.ts';
import check from './ct-mgmt-events.ts';

type Selectors = EvidenceValue<'cloudtrail.event-selectors'>;
type Basic = NonNullable<Selectors['EventSelectors']>[number];

const one = trail('main', { HasCustomEventSelectors: true });
const management = ['eventCategory', 'Equals', 'Management'] as const;

/** An account whose one logging multi-region trail has these selectors. */
function selecting(selectors: Selectors) {
  return evidence(trailLists(one), statusOf(one), selectorsOf(one, selectors), noStores());
}

function basic(...selectors: readonly Basic[]) {
  return selecting({ EventSelectors: [...selectors] });
}

function managed(ReadWriteType: string, ...ExcludeManagementEventSources: string[]): Basic {
  return { ReadWriteType, IncludeManagementEvents: true, ExcludeManagementEventSources };
}

/** Several advanced selectors: what any of them matches is kept. */
function anyOf(...parts: readonly Selectors[]) {
  return selecting({
    AdvancedEventSelectors: parts.flatMap((part) => part.AdvancedEventSelectors ?? []),
  });
}

const reads = advanced([...management], ['readOnly', 'Equals', 'true']);
const writes = advanced([...management], ['readOnly', 'Equals', 'false']);
const data = advanced(['eventCategory', 'Equals', 'Data'], ['resources.type', 'Equals', 'x']);

function keeps(given: Case['given']): Case {
  return { given, reason: 'met' };
}
function lacks(given: Case['given']): Case {
  return { given, reason: 'events-missing', params: { trails: one.TrailARN } };
}
function lacksTheUsual(given: Case['given']): Case {
  return { given, reason: 'only-usual-exclusions', severity: 'low' };
}
function untold(given: Case['given']): Case {
  return { given, reason: 'not-read', readingReason: 'malformed' };
}

checkCases(check, {
  passes: {
    'one basic selector takes reads and writes': keeps(basic(managed('All'))),
    'in small letters': keeps(basic(managed('all'))),
    'basic selectors for reads and for writes are complete together': keeps(
      basic(managed('ReadOnly'), managed('WriteOnly')),
    ),
    'one leaves out KMS, and another takes everything': keeps(
      basic(managed('All', 'kms.amazonaws.com'), managed('All')),
    ),
    'one has no management events, and another takes all': keeps(
      basic({ IncludeManagementEvents: false, ReadWriteType: 'All' }, managed('All')),
    ),
    'one has a type that nobody knows, and another takes all': keeps(
      basic(managed('Sometimes'), managed('All')),
    ),
    'an advanced selector of the category alone, under any name': keeps(
      selecting({
        AdvancedEventSelectors: [
          {
            Name: 'made by code',
            FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
          },
        ],
      }),
    ),
    'the same in other letters': keeps(
      selecting(advanced(['EventCategory', 'Equals', 'management'])),
    ),
    'advanced selectors for reads and for writes are complete together': keeps(
      anyOf(reads, writes),
    ),
    'writes are said as everything but reads': keeps(
      anyOf(reads, advanced([...management], ['readOnly', 'NotEquals', 'true'])),
    ),
    'data events beside them change nothing': keeps(anyOf(data, advanced([...management]))),
    'one narrowed selector beside a whole one': keeps(
      anyOf(
        advanced([...management], ['eventName', 'Equals', 'RunInstances']),
        advanced([...management]),
      ),
    ),
  },
  fails: {
    'reads only': lacks(basic(managed('ReadOnly'))),
    'writes only': lacks(basic(managed('writeonly'))),
    'data events only': lacks(basic({ ReadWriteType: 'All', IncludeManagementEvents: false })),
    'KMS is left out: low, a usual decision': lacksTheUsual(
      basic(managed('All', 'kms.amazonaws.com')),
    ),
    'KMS and RDS Data are left out, in capitals': lacksTheUsual(
      basic(managed('All', 'KMS.amazonaws.com', 'rdsdata.amazonaws.com')),
    ),
    'another source is left out': lacks(basic(managed('All', 'ec2.amazonaws.com'))),
    'KMS and another source are left out': lacks(
      basic(managed('All', 'kms.amazonaws.com', 'ec2.amazonaws.com')),
    ),
    'KMS is left out, and of the rest only writes are kept': lacks(
      basic(managed('WriteOnly', 'kms.amazonaws.com')),
    ),
    'writes are whole, reads lack KMS': lacksTheUsual(
      basic(managed('WriteOnly'), managed('ReadOnly', 'kms.amazonaws.com')),
    ),
    'an advanced selector for reads only': lacks(anyOf(reads)),
    'an advanced selector for writes only': lacks(anyOf(writes)),
    'data events only, under the console’s name for management events': lacks(
      selecting({
        AdvancedEventSelectors: [
          {
            Name: 'Management events selector',
            FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }],
          },
        ],
      }),
    ),
    'an advanced selector leaves out KMS': lacksTheUsual(
      selecting(advanced([...management], ['eventSource', 'NotEquals', 'kms.amazonaws.com'])),
    ),
    'an advanced selector leaves out another source': lacks(
      selecting(advanced([...management], ['eventSource', 'NotEquals', 's3.amazonaws.com'])),
    ),
    'it leaves out what begins like KMS': lacks(
      selecting(advanced([...management], ['eventSource', 'NotStartsWith', 'kms'])),
    ),
    'it takes one source': lacks(
      selecting(advanced([...management], ['eventSource', 'Equals', 'kms.amazonaws.com'])),
    ),
    'it leaves out one event': lacks(
      selecting(advanced([...management], ['eventName', 'NotEquals', 'Decrypt'])),
    ),
    'it takes the events of some identities': lacks(
      selecting(advanced([...management], ['userIdentity.arn', 'NotEndsWith', '/ci'])),
    ),
    'it has a field that nobody knows': lacks(
      selecting(advanced([...management], ['moonPhase', 'Equals', 'full'])),
    ),
    'it says the category twice, and once otherwise': lacks(
      selecting(advanced([...management], ['eventCategory', 'Equals', 'Data'])),
    ),
    'it says the category and denies it': lacks(
      selecting({
        AdvancedEventSelectors: [
          {
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Management'], NotEquals: ['Management'] },
            ],
          },
        ],
      }),
    ),
    'reads are whole, writes lack KMS': lacksTheUsual(
      anyOf(
        reads,
        advanced(
          [...management],
          ['readOnly', 'Equals', 'false'],
          ['eventSource', 'NotEquals', 'kms.amazonaws.com'],
        ),
      ),
    ),
    'it asks for reads and writes at once, which no event is': lacks(
      selecting(
        advanced([...management], ['readOnly', 'Equals', 'true'], ['readOnly', 'Equals', 'false']),
      ),
    ),
  },
  unknown: {
    'no selector came back': untold(selecting({})),
    'two empty lists came back': untold(
      selecting({ EventSelectors: [], AdvancedEventSelectors: [] }),
    ),
    'a basic selector has a type that nobody knows': untold(basic(managed('Sometimes'))),
    'it has no type': untold(basic({ IncludeManagementEvents: true })),
    'it does not say whether it takes management events': untold(basic({ ReadWriteType: 'All' })),
    'reads are kept, and a type that nobody knows may be the writes': untold(
      basic(managed('ReadOnly'), managed('Sometimes')),
    ),
    'an advanced selector has no fields': untold(
      selecting({ AdvancedEventSelectors: [{ Name: 'empty' }] }),
    ),
  },
});

staysHonest(check, {
  'all events': basic(managed('All')),
  'reads only': anyOf(reads),
  'all but KMS': basic(managed('All', 'kms.amazonaws.com')),
});
