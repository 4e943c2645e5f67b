import { emptyScope } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { indexEvidence, viewFor } from '../evidence-view.ts';
import { regionScope } from '../judge/region-scope.ts';
import { lakeStore, noStores } from '../testing/aws-literals.ts';
import { answered, evidence, partly, refused, regionsListed } from '../testing/evidence.ts';
import { keepsFor, lakeStores } from './lake-stores.ts';

const kinds = ['cloudtrail.event-data-stores', 'cloudtrail.event-data-store'] as const;

function storesOf(...given: Parameters<typeof evidence>) {
  const whole = evidence(...given);
  return lakeStores(viewFor(indexEvidence(whole), regionScope(whole, emptyScope), kinds));
}

/** Whether one store at home in Ireland keeps the events of Ireland, and of Tokyo. */
function kept(changes: Parameters<typeof lakeStore>[1] = {}) {
  const [store] = storesOf(noStores(), lakeStore('eu-west-1', changes)).stores;
  if (!store) throw new Error('a store was listed');
  return [keepsFor(store, 'eu-west-1'), keepsFor(store, 'ap-northeast-1')];
}

describe('a Lake store', () => {
  test.each([
    ['of all regions keeps both', {}, [true, true]],
    ['of one region keeps its own', { MultiRegionEnabled: false }, [true, false]],
    ['that is enabled, in another case, keeps both', { Status: 'Enabled' }, [true, true]],
    ['in a state that nobody knows cannot be told', { Status: 'DOZING' }, [null, null]],
    ['that keeps 364 days does not do', { RetentionPeriod: 364 }, [false, false]],
    ['that keeps 365 days does', { RetentionPeriod: 365 }, [true, true]],
  ])('%s', (_sentence, changes, expected) => {
    expect(kept(changes)).toEqual(expected);
  });

  test.each([
    ...['CREATED', 'PENDING_DELETION', 'STARTING_INGESTION', 'STOPPING_INGESTION'],
    'Stopped_Ingestion',
  ])('in the state %s keeps none', (Status) => {
    expect(kept({ Status })).toEqual([false, false]);
  });

  test.each([
    ['MultiRegionEnabled', [true, null]],
    ['Status', [null, null]],
    ['RetentionPeriod', [null, null]],
    ['AdvancedEventSelectors', [null, null]],
  ] as const)('of which AWS left out %s', (field, expected) => {
    expect(kept({ [field]: undefined })).toEqual(expected);
  });

  test('that is stopped keeps no region, though AWS left out how many it watches', () => {
    expect(kept({ Status: 'CREATED', MultiRegionEnabled: undefined })).toEqual([false, false]);
  });
});

describe('the stores of an account', () => {
  const named = (name: string) => ({ EventDataStoreArn: name });
  const list = (...names: string[]) =>
    answered('cloudtrail.event-data-stores', names.map(named), 'eu-west-1');

  test('stand by ARN, in whatever order AWS lists them', () => {
    const arns = (...names: string[]) => storesOf(list(...names)).stores.map(({ arn }) => arn);

    expect(arns('b', 'a', 'c')).toEqual(['a', 'b', 'c']);
    expect(arns('c', 'b', 'a')).toEqual(['a', 'b', 'c']);
  });

  test('name the first list that was not read, and those on the page before it', () => {
    const known = storesOf(
      noStores(),
      partly('cloudtrail.event-data-stores', [named('a')], 'eu-west-1'),
    );

    expect(known.unreadList).toMatchObject({ region: 'eu-west-1', reason: 'throttled' });
    expect(known.stores.map(({ arn }) => arn)).toEqual(['a']);
    expect(storesOf(noStores())).toMatchObject({ unreadList: null, scopeComplete: true });
  });

  test('are not looked for where the owner confirmed that a region is closed', () => {
    const closed = ['cloudtrail.event-data-stores', 'config.recorders'] as const;
    const given = evidence(
      noStores(),
      closed.map((kind) => refused(kind, 'scp-denied', 'eu-west-1')),
    );
    const scope = {
      ...emptyScope,
      closedRegions: [{ region: 'eu-west-1', reason: 'Tokyo only' }],
    };
    const view = viewFor(indexEvidence(given), regionScope(given, scope), kinds);

    expect(lakeStores(view)).toMatchObject({ unreadList: null, scopeComplete: true });
  });

  test('may lie in regions that nobody listed, or that are being enabled', () => {
    const assumed = storesOf(refused('account.regions', 'denied'), noStores());
    const changing = storesOf(
      regionsListed({ 'eu-west-1': 'ENABLED', 'af-south-1': 'ENABLING' }),
      list(),
    );

    expect(assumed.scopeComplete).toBe(false);
    expect(changing).toMatchObject({ scopeComplete: false, unreadList: null });
  });
});
