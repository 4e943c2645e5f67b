import {
  coverSchema,
  DomainError,
  isTimeZone,
  type Cover,
  type ReportOrder,
} from '@ippo/contracts';
import { reportFormats, type ReportFormat } from '@ippo/reports';

/** A format that writes reports. */
export type WritingFormat = ReportFormat & Required<Pick<ReportFormat, 'renderReport'>>;

const everyFormat: readonly ReportFormat[] = reportFormats;

/** The formats that a report can be made in. */
export const writingFormats = everyFormat.filter(
  (format: ReportFormat): format is WritingFormat => format.renderReport !== undefined,
);

/** The id of the one format that is signed and holds the evidence. */
export const packFormat = 'pack';

/**
 * The format and the cover that an order names. Throws DomainError `export-format-unknown`,
 * `report-cover-too-long` or `time-zone-unknown`.
 */
export function checkOrder({ format: id, cover: given, zone }: ReportOrder): {
  format: WritingFormat;
  cover: Cover;
} {
  const format = writingFormats.find((one) => one.id === id);
  if (!format) {
    const known = writingFormats.map((one) => one.id).join(', ');
    throw new DomainError('export-format-unknown', { format: id, known });
  }
  if (!isTimeZone(zone)) throw new DomainError('time-zone-unknown', { zone });
  const cover = coverSchema.safeParse(given);
  if (cover.success) return { format, cover: cover.data };
  const field = String(cover.error.issues[0]?.path[0] ?? '');
  throw new DomainError('report-cover-too-long', { field, most: '200' });
}
