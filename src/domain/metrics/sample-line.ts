/** The labels of a sample. An object without a prototype: names are hostile text. */
export type Labels = Readonly<Record<string, string>>;

/** One value of one series. */
export interface Sample {
  readonly name: string;
  readonly labels: Labels;
  /** May be NaN or infinite. */
  readonly value: number;
  /** As written: ms in the text format, seconds in OpenMetrics; not interpreted. */
  readonly timestamp?: number;
}

/** Most labels of one sample. */
const maxLabels = 128;

const metricName = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const labelName = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const blanks = /[ \t]*/y;
/** Everything up to the next quotation mark or backslash. */
const plainText = /[^"\\]*/y;

/** A place in a line. */
class Cursor {
  readonly line: string;
  at = 0;

  constructor(line: string) {
    this.line = line;
  }

  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.line) ?? [];
    this.at += found.length;
    return found;
  }

  takeIf(character: string): boolean {
    if (this.line[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  blanks(): void {
    this.take(blanks);
  }
}

/** Read one sample line; a string says why it is none. */
export function readSample(line: string): Sample | string {
  const cursor = new Cursor(line);
  cursor.blanks();
  let name = cursor.take(metricName);
  cursor.blanks();
  const labels: Record<string, string> = Object.create(null);
  if (cursor.takeIf('{')) {
    const read = readLabels(cursor, labels, name === '');
    if ('why' in read) return read.why;
    name = read.name ?? name;
  }
  if (name === '') return 'no name of a metric';
  const rest = readRest(cursor.line.slice(cursor.at));
  return typeof rest === 'string' ? rest : { name, labels, ...rest };
}

/** Value, timestamp and perhaps an exemplar, which is passed over. */
function readRest(text: string): Pick<Sample, 'value' | 'timestamp'> | string {
  const [number = '', time, further] = text.trim().split(/[ \t]+/, 3);
  const value = readNumber(number);
  if (value === undefined) return 'no value';
  if (time === undefined || time === '#') return { value };
  if (!/^-?\d+(\.\d+)?$/.test(time)) return 'the timestamp is no number';
  if (further !== undefined && further !== '#') return 'more than a value and a timestamp';
  return { value, timestamp: Number(time) };
}

/** The labels up to the closing brace; with `nameInside` a quoted name may come first (Prometheus 3). */
function readLabels(
  cursor: Cursor,
  labels: Record<string, string>,
  nameInside: boolean,
): { readonly name?: string } | { readonly why: string } {
  let name: string | undefined;
  for (let count = 0; count <= maxLabels; count += 1) {
    cursor.blanks();
    if (cursor.takeIf('}')) return name === undefined ? {} : { name };
    const read = readLabel(cursor, labels);
    if ('why' in read) return read;
    const mayBeName = nameInside && count === 0;
    if (read.nameAlone !== undefined && !mayBeName) return { why: `label ${read.nameAlone.slice(0, 60)} has no value` };
    name ??= read.nameAlone;
    cursor.blanks();
    if (!cursor.takeIf(',') && cursor.line[cursor.at] !== '}') return { why: 'labels are not separated by commas' };
  }
  return { why: `more than ${maxLabels} labels` };
}

/** One label into `labels`; or a quoted name without a value, which may be the metric's. */
function readLabel(
  cursor: Cursor,
  labels: Record<string, string>,
): { readonly nameAlone?: string } | { readonly why: string } {
  const quoted = cursor.takeIf('"');
  const key = quoted ? readQuoted(cursor) : cursor.take(labelName);
  if (key === undefined || key === '') return { why: 'a label has no name' };
  cursor.blanks();
  if (!cursor.takeIf('=')) return quoted ? { nameAlone: key } : { why: `label ${key.slice(0, 60)} has no value` };
  cursor.blanks();
  const text = cursor.takeIf('"') ? readQuoted(cursor) : undefined;
  if (text === undefined) return { why: `the value of label ${key.slice(0, 60)} is not in quotation marks` };
  if (Object.hasOwn(labels, key)) return { why: `label ${key.slice(0, 60)} is there twice` };
  labels[key] = text;
  return {};
}

/** The text up to the closing quotation mark, which is taken; undefined when there is none or an escape is unknown. */
function readQuoted(cursor: Cursor): string | undefined {
  const parts: string[] = [];
  for (;;) {
    parts.push(cursor.take(plainText));
    if (cursor.takeIf('"')) return parts.join('');
    if (!cursor.takeIf('\\')) return undefined;
    const escaped = cursor.line[cursor.at];
    if (escaped === 'n') parts.push('\n');
    else if (escaped === '\\' || escaped === '"') parts.push(escaped);
    else return undefined;
    cursor.at += 1;
  }
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A number as Go's ParseFloat takes it, without hexadecimal ones. */
function readNumber(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  if (/^nan$/i.test(text)) return Number.NaN;
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (infinite === null) return undefined;
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
