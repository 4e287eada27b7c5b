import { ForecastInputError } from './arguments.ts';
import { parseTime, placesOf } from './times.ts';

/** A series as it stands in a file. */
export interface FileSeries {
  /** Undefined where a value is missing. */
  readonly values: readonly (number | undefined)[];
  /** How the value `ahead` (1 = the next) of the last one is called. */
  readonly label: (ahead: number) => string;
}

/** More values are not taken, nor is a larger file. */
const mostValues = 200_000;
const mostCharacters = 20_000_000;

const missing = /^(|na|nan|null|none|-)$/i;

interface Row {
  /** As an editor counts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Read one value a line, or time and value. `name` is what errors call the file. @throws ForecastInputError */
export function readSeries(text: string, name: string): FileSeries {
  const fail = (line: number | undefined, what: string): never => {
    throw new ForecastInputError(`${name}${line === undefined ? '' : `:${line}`}  ${what}`);
  };
  if (text.length > mostCharacters)
    fail(undefined, `is larger than ${mostCharacters / 1e6} MB; take the most recent part of it`);
  if (text.includes('\0')) fail(undefined, 'is no text file');
  const rows = rowsOf(text, fail);
  if (rows.length === 0) fail(undefined, 'has no values in it');
  const body = hasHeader(rows) ? rows.slice(1) : rows;
  const width = rows[0]?.cells.length ?? 0;
  if (width > 2) {
    fail(
      rows[0]?.line,
      `has ${width} columns; one series has one (value) or two (time, value). Take one out of it: \`cut -d, -f1,3 ${name}\``,
    );
  }
  checkWidths(rows, width, text, fail);
  if (body.length === 0) fail(undefined, 'has a header and no values');
  if (body.length > mostValues) fail(undefined, `has ${body.length} values; take the last ${mostValues} of them`);
  const numbers = body.map(({ line, cells }) => numberOf(cells.at(-1) ?? '', line, fail));
  if (width === 1) return { values: numbers, label: (ahead) => `+${ahead}` };
  return timed(body, numbers, fail);
}

type Fail = (line: number | undefined, what: string) => never;

function rowsOf(text: string, fail: Fail): readonly Row[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = separatorOf(lines);
  return lines.flatMap((content, k) => {
    if (content.trim() === '') return [];
    const line = k + 1;
    const quotes = content.split('"').length - 1;
    if (quotes % 2 === 1) {
      const last = lines.slice(line).every((rest) => rest.trim() === '');
      fail(
        line,
        `a quote is opened and not closed: ${shown(content)}${last ? '. It is the last line: the file looks cut off' : ''}`,
      );
    }
    return [{ line, cells: cellsOf(content, separator) }];
  });
}

/** What stands between columns: the first of tab, semicolon and comma that the first filled line has outside quotes. */
function separatorOf(lines: readonly string[]): string {
  const first = (lines.find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  return ['\t', ';', ','].find((separator) => first.includes(separator)) ?? ',';
}

function cellsOf(content: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const letter of content) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

/** A first line whose last cell is neither a number nor a missing value, before one that has a number. */
function hasHeader([first, second]: readonly Row[]): boolean {
  const value = first?.cells.at(-1) ?? '';
  return (
    Number.isNaN(Number(value)) && !missing.test(value) && second !== undefined && isValue(second.cells.at(-1) ?? '')
  );
}

const isValue = (cell: string): boolean => missing.test(cell) || !Number.isNaN(Number(cell));

function checkWidths(rows: readonly Row[], width: number, text: string, fail: Fail): void {
  const odd = rows.find(({ cells }) => cells.length !== width);
  if (odd === undefined) return;
  const cutOff = odd === rows.at(-1) && odd.cells.length < width && !/[\r\n]$/.test(text);
  const columns = `has ${odd.cells.length} ${odd.cells.length === 1 ? 'column' : 'columns'}, the lines before it ${width}`;
  if (cutOff)
    fail(odd.line, `${columns}, and does not end: the file looks cut off. Fetch it again, or remove the line`);
  fail(odd.line, `${columns}: ${shown(odd.cells.join(', '))}`);
}

function numberOf(cell: string, line: number, fail: Fail): number | undefined {
  if (missing.test(cell)) return undefined;
  const number = Number(cell);
  if (Number.isFinite(number) && /\d/.test(cell)) return number;
  const comma = /^-?\d+,\d+$/.test(cell) ? '. Write decimals with a point' : '';
  return fail(line, `${shown(cell)} is not a number${comma}. Leave a value that is missing empty`);
}

function timed(rows: readonly Row[], numbers: readonly (number | undefined)[], fail: Fail): FileSeries {
  const times = rows.map(({ line, cells: [cell = ''] }) => {
    const at = parseTime(cell);
    return (
      at ??
      fail(line, `${shown(cell)} is not a time; write 2026-11, 2026-11-24, 2026-11-24T02:00:00Z, or epoch seconds`)
    );
  });
  const found = placesOf(times);
  if (typeof found === 'number') {
    const [row, before] = [rows[found], rows[Math.max(0, found - 1)]];
    return fail(
      row?.line,
      `${shown(row?.cells[0] ?? '')} does not follow ${shown(before?.cells[0] ?? '')} by a step: times must ascend, each once, in equal steps`,
    );
  }
  const { places, label } = found;
  const end = places.at(-1) ?? 0;
  if (end > 20 * places.length)
    return fail(undefined, 'has times so far apart that nearly every value between them is missing');
  const values: (number | undefined)[] = new Array(end + 1).fill(undefined);
  for (const [k, place] of places.entries()) values[place] = numbers[k];
  return { values, label: (ahead) => label(end + ahead) };
}

/** A piece of the file as it is shown in an error: short, in quotes, without control characters. */
function shown(text: string): string {
  const visible = Array.from(text, (letter) => (/[\p{C}\u2028\u2029]/u.test(letter) ? '\uFFFD' : letter)).join('');
  return `"${visible.length > 40 ? `${visible.slice(0, 39)}…` : visible}"`;
}
