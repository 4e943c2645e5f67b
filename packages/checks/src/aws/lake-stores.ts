import type { EvidenceValue } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import { selectsWriteManagementEvents } from './management-events.ts';
import type { Told } from './root-user.ts';

type StoreIds = 'cloudtrail.event-data-stores' | 'cloudtrail.event-data-store';
type Store = Sighted<EvidenceValue<'cloudtrail.event-data-store'>>;

/** A Lake store, its own region, and whether it keeps write management events for a year. */
export type KnownStore = { arn: string; home: string; detail: Store; keeps: Told };

/** The stores of every region, and the first reading that a claim of "there is none" would lack. */
export type LakeStores = {
  stores: readonly KnownStore[];
  /** Null where every list of the scope was read; a store covers regions that do not list it. */
  unreadList: Sighted<unknown> | null;
  /** False where regions may exist that nobody listed, or are being enabled. */
  scopeComplete: boolean;
};

/** Finds every CloudTrail Lake event data store that any region of the scope lists. */
export function lakeStores(evidence: EvidenceView<StoreIds>): LakeStores {
  const watched = evidence.regions.list.filter(
    (region) => !['not-enabled', 'out-of-scope', 'changing'].includes(region.state),
  );
  const lists = watched.map((region) => evidence.in('cloudtrail.event-data-stores', region.name));
  const stores = lists.flatMap((list) =>
    ((list.readable ? list.value : list.partial) ?? []).map((store) => {
      const detail = evidence.of('cloudtrail.event-data-store', store.EventDataStoreArn);
      return { arn: store.EventDataStoreArn, home: list.region, detail, keeps: keeps(detail) };
    }),
  );
  return {
    stores: stores.sort((a, b) => (a.arn < b.arn ? -1 : 1)),
    unreadList: lists.find((list) => !list.readable) ?? null,
    scopeComplete:
      !evidence.regions.assumed &&
      !evidence.regions.list.some((region) => region.state === 'changing'),
  };
}

/** Whether a store keeps a region's events: every region's, or its own region's only. */
export function keepsFor(store: KnownStore, region: string): Told {
  if (store.keeps === false) return false;
  if (store.home === region) return store.keeps;
  const everywhere = store.detail.readable ? (store.detail.value.MultiRegionEnabled ?? null) : null;
  if (everywhere === false) return false;
  return everywhere === null ? null : store.keeps;
}

/** CloudTrail API `EventDataStoreStatus`. */
const idleStates = [
  'created',
  'pending_deletion',
  'starting_ingestion',
  'stopping_ingestion',
  'stopped_ingestion',
];

function keeps(detail: Store): Told {
  if (!detail.readable) return null;
  const { Status, RetentionPeriod, AdvancedEventSelectors } = detail.value;
  const status = Status?.toLowerCase() ?? '';
  const enabled = status === 'enabled' ? true : idleStates.includes(status) ? false : null;
  const longEnough = RetentionPeriod === undefined ? null : RetentionPeriod >= 365;
  const writes = selectsWriteManagementEvents({ AdvancedEventSelectors });
  const told = [enabled, longEnough, writes];
  if (told.includes(false)) return false;
  return told.includes(null) ? null : true;
}
