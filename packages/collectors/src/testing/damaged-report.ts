import fc from 'fast-check';
import type { Damage } from './arbitrary-damage.ts';

const operation = 'iam:GetCredentialReport';
const encoder = new TextEncoder();

/** A credential report of which a column, a row, a cell or the encoding cannot be read. */
export const arbitraryReportDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc
    .nat()
    .map((at) =>
      onLines(`column ${at} is missing`, (lines) => lines.map((cells) => without(cells, at))),
    ),
  fc
    .nat()
    .map((at) =>
      onLines(`column ${at} has another name`, ([header = [], ...rows]) => [
        replaced(header, at, 'novel'),
        ...rows,
      ]),
    ),
  fc
    .tuple(
      fc.nat(),
      fc.nat(),
      fc.constantFrom('ZZZ', '', '0', 'truthy', '2026-99-99T00:00:00+00:00'),
    )
    .map(([row, column, text]) =>
      onLines(`row ${row} has ${JSON.stringify(text)} in column ${column}`, (lines) =>
        onRow(lines, row, (cells) => replaced(cells, 2 + (column % (cells.length - 2)), text)),
      ),
    ),
  fc
    .tuple(fc.nat(), fc.nat())
    .map(([row, column]) =>
      onLines(`row ${row} lacks cell ${column}`, (lines) =>
        onRow(lines, row, (cells) => without(cells, column)),
      ),
    ),
  fc
    .tuple(fc.nat(), fc.nat())
    .map(([row, column]) =>
      onLines(`row ${row} has a cell too many at ${column}`, (lines) =>
        onRow(lines, row, (cells) => cells.toSpliced(column % cells.length, 0, 'true')),
      ),
    ),
  fc.tuple(fc.nat(), fc.nat()).map(([row, column]) =>
    onLines(`ends in row ${row} after cell ${column}`, (lines) => {
      const last = 1 + (row % (lines.length - 1));
      const cells = lines[last] ?? [];
      return [...lines.slice(0, last), cells.slice(0, 1 + (column % (cells.length - 1)))];
    }),
  ),
  fc
    .nat()
    .map((at) => onBytes(`byte ${at} is no UTF-8`, (bytes) => bytes.with(at % bytes.length, 0xff))),
);

/** None of the simulated reports has a comma inside a field, so a line is its cells. */
function onLines(what: string, change: (lines: string[][]) => string[][]): Damage {
  return onBytes(what, (bytes) => {
    const lines = new TextDecoder().decode(bytes).split('\n');
    const cells = change(lines.map((line) => line.split(',')));
    return encoder.encode(cells.map((line) => line.join(',')).join('\n'));
  });
}

function onBytes(what: string, change: (bytes: Uint8Array) => Uint8Array): Damage {
  return {
    what: `credential report: ${what}`,
    fault: {
      operation,
      act: 'change',
      change: (output) =>
        output.Content instanceof Uint8Array
          ? { ...output, Content: change(output.Content) }
          : output,
    },
  };
}

function onRow(lines: string[][], row: number, change: (cells: string[]) => string[]): string[][] {
  const at = 1 + (row % (lines.length - 1));
  return lines.with(at, change(lines[at] ?? []));
}

function without(cells: string[], at: number): string[] {
  return cells.toSpliced(at % cells.length, 1);
}

function replaced(cells: string[], at: number, text: string): string[] {
  return cells.with(at % cells.length, text);
}
