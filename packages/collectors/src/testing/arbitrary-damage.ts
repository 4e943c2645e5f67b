import fc from 'fast-check';
import type { Fault } from '../../simulator/world.ts';
import { arbitraryReportDamage } from './damaged-report.ts';
import { fieldOf, isItem, spotsIn, withSpot, type WireSpot } from './wire-spots.ts';

/** What happens to one operation's answers, and a sentence that says what. */
export type Damage = { fault: Fault; what: string };

/** The services that answer in XML, where every value is text (Smithy, *AWS query*, *restXml*). */
const inXml = /^(?:iam|sts|ec2|s3|s3control):/;

/**
 * Fields with which AWS says something by leaving them out: no error, no further page, no group, no own
 * selectors, us-east-1. Without one of these an answer is another answer, not an unreadable one.
 */
const saysByAbsence = new Set([
  'NextToken',
  'nextToken',
  'Marker',
  'LatestDeliveryError',
  'lastErrorCode',
  'recordingMode',
  'ExcludeManagementEventSources',
  'recordingStrategy',
  'useOnly',
  'LocationConstraint',
  'administrator',
  'additionalInfo',
  'value',
]);

/** Fields that hold one of a closed list of words. */
const wordFields = new Set([
  'RegionOptStatus',
  'OptInStatus',
  'State',
  'Status',
  'status',
  'FeatureSet',
  'ReadWriteType',
  'lastStatus',
  'useOnly',
  'recordingFrequency',
  'ObjectOwnership',
  'Permission',
]);

const odd = [5, true, 'ZZZ', { Odd: '1' }, ['ZZZ'], [[]]] as const;

/**
 * Damage after which a part of the answer cannot be read: a value of another type, a required field that is
 * missing, a word that nobody knows, a list item that is none, an answer that ends early.
 */
export function arbitraryUnreadable(operation: string): fc.Arbitrary<Damage> {
  const xml = inXml.test(operation);
  const spotDamage = fc
    .record({ where: fc.nat(), how: fc.nat() })
    .map(({ where, how }) => changing(operation, xml, where, how));
  const cut = fc.double({ min: 0, max: 0.99, noNaN: true }).map((share): Damage => ({
    what: `${operation} ends after ${Math.floor(share * 100)} %`,
    fault: {
      operation,
      act: 'rewrite',
      rewrite: (body) => body.slice(0, Math.max(1, Math.floor(body.trimEnd().length * share))),
    },
  }));
  const general = fc.oneof({ weight: 9, arbitrary: spotDamage }, { weight: 1, arbitrary: cut });
  if (operation !== 'iam:GetCredentialReport') return general;
  return fc.oneof(
    { weight: 1, arbitrary: general },
    { weight: 4, arbitrary: arbitraryReportDamage },
  );
}

function changing(operation: string, xml: boolean, where: number, how: number): Damage {
  const damage: Damage = {
    what: `${operation} unchanged`,
    fault: { operation, act: 'change', change },
  };
  function change(output: Record<string, unknown>) {
    const choices = spotsIn(output).flatMap((spot) =>
      replacements(spot, xml).map((value) => ({ spot, value })),
    );
    const spots = [...new Set(choices.map(({ spot }) => spot))];
    const spot = spots[where % (spots.length || 1)];
    if (!spot) return output;
    const values = choices.filter((choice) => choice.spot === spot).map(({ value }) => value);
    const value = values[how % values.length];
    damage.what = `${operation} ${spot.path.join('.')}: ${show(spot.value)} → ${show(value)}`;
    return withSpot(output, spot.path, value);
  }
  return damage;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value).slice(0, 60);
}

/** What cannot be read in the place of a value. */
function replacements(spot: WireSpot, xml: boolean): unknown[] {
  const field = fieldOf(spot);
  const missing = isItem(spot) || saysByAbsence.has(field) ? [] : [undefined];
  const word = wordFields.has(field) && typeof spot.value === 'string' ? ['ZZZ'] : [];
  return [...missing, ...word, ...(xml ? wrongText(spot) : wrongType(spot))];
}

function wrongType(spot: WireSpot): unknown[] {
  // The SDK reads a list in the place of a record as a record without fields.
  const empty = kindOf(spot.value) === 'object' && saysByAbsence.has(fieldOf(spot)) ? 'list' : '';
  const others = odd.filter((value) => ![kindOf(spot.value), empty].includes(kindOf(value)));
  return isItem(spot) ? [...others, null] : others;
}

/** An instant is a number on the wire. */
function kindOf(value: unknown): string {
  if (value instanceof Date) return 'number';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** An empty element is an empty list. */
function wrongText({ value }: WireSpot): unknown[] {
  if (typeof value === 'string') return [{ Odd: '1' }];
  if (value instanceof Uint8Array) return ['%', { Odd: '1' }];
  return Array.isArray(value) ? ['ZZZ'] : ['ZZZ', ''];
}
