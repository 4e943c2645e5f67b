import type { Language } from '@ippo/contracts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `1.2 MB`, in steps of 1,000 as disks are sold, the number and its unit joined. */
export function writeBytes(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: units[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short' },
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** step).replaceAll(' ', '\u00a0');
}
