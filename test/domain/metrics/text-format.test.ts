import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTextFormat, typeOf } from '../../../src/domain/metrics/text-format.ts';
import { anyCharacter, holds } from '../../property.ts';

const one = (line: string) => {
  const { samples, rejected } = readTextFormat(`${line}\n`);
  const [sample] = samples;
  if (sample === undefined) return rejected.first[0]?.why;
  const { timestamp } = sample;
  return [sample.name, { ...sample.labels }, sample.value, ...(timestamp === undefined ? [] : [timestamp])];
};

describe('the example of the specification', () => {
  const page = `# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000

# Escaping in label values:
msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

# Minimalistic line:
metric_without_timestamp_and_labels 12.47

# A weird metric from before the epoch:
something_weird{problem="division by zero"} +Inf -3982045

# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.05"} 24054
http_request_duration_seconds_bucket{le="+Inf"} 144320
http_request_duration_seconds_sum 53423
http_request_duration_seconds_count 144320
`;
  const exposition = readTextFormat(page);

  test('every sample is read', () => {
    expect(exposition.samples.map((sample) => sample.value)).toEqual([
      1027,
      3,
      1.458255915e9,
      12.47,
      Number.POSITIVE_INFINITY,
      24054,
      144320,
      53423,
      144320,
    ]);
    expect(exposition.samples[2]?.labels).toEqual({
      path: 'C:\\DIR\\FILE.TXT',
      error: 'Cannot find file:\n"FILE.TXT"',
    });
    expect(exposition.samples[4]?.timestamp).toBe(-3982045);
    expect(exposition.rejected.count).toBe(0);
  });

  test('types are known by family', () => {
    expect(typeOf(exposition, 'http_requests_total')).toBe('counter');
    expect(typeOf(exposition, 'http_request_duration_seconds_bucket')).toBe('histogram');
    expect(typeOf(exposition, 'metric_without_timestamp_and_labels')).toBe('untyped');
    expect(exposition.help.get('http_requests_total')).toBe('The total number of HTTP requests.');
  });
});

describe('single lines', () => {
  test.each<[string, unknown]>([
    ['a 1', ['a', {}, 1]],
    ['\ta  1\t', ['a', {}, 1]],
    ['a{} 1', ['a', {}, 1]],
    ['a {x="1" , y = "2",} 1', ['a', { x: '1', y: '2' }, 1]],
    ['a{x="}"} 1', ['a', { x: '}' }, 1]],
    ['a{x=","} 1', ['a', { x: ',' }, 1]],
    ['a{x=""} 1', ['a', { x: '' }, 1]],
    ['a{x="ü\u2028"} 1', ['a', { x: 'ü\u2028' }, 1]],
    ['a NaN', ['a', {}, Number.NaN]],
    ['a -Inf', ['a', {}, Number.NEGATIVE_INFINITY]],
    ['a +inf', ['a', {}, Number.POSITIVE_INFINITY]],
    ['a 1e3', ['a', {}, 1000]],
    ['a -1.5E-3', ['a', {}, -0.0015]],
    ['a .5', ['a', {}, 0.5]],
    ['a 1 1395066363000', ['a', {}, 1, 1395066363000]],
    ['a_total 1 1395066363.123 # {trace_id="x"} 0.5', ['a_total', {}, 1, 1395066363.123]],
    ['a_bucket{le="1"} 8 # {trace_id="x"} 0.67', ['a_bucket', { le: '1' }, 8]],
    ['{"my.metric", "a.b"="1"} 1', ['my.metric', { 'a.b': '1' }, 1]],
    ['a:b:c 1', ['a:b:c', {}, 1]],
    ['1a 1', 'no name of a metric'],
    ['a', 'no value'],
    ['a one', 'no value'],
    ['a 0x10', 'no value'],
    ['a 1 soon', 'the timestamp is no number'],
    ['a 1 2 3', 'more than a value and a timestamp'],
    ['a{x=1} 1', 'the value of label x is not in quotation marks'],
    ['a{x="1"', 'labels are not separated by commas'],
    ['a{x="1} 1', 'the value of label x is not in quotation marks'],
    ['a{x="\\t"} 1', 'the value of label x is not in quotation marks'],
    ['a{x="1" y="2"} 1', 'labels are not separated by commas'],
    ['a{x="1",x="2"} 1', 'label x is there twice'],
    ['a{="1"} 1', 'a label has no name'],
  ])('%j', (line, expected) => {
    expect(one(line)).toEqual(expected);
  });

  test('__proto__ is a label like any other', () => {
    const { samples } = readTextFormat('a{__proto__="x",constructor="y"} 1\n');
    expect(Object.entries(samples[0]?.labels ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('pages', () => {
  test('# EOF ends it; a missing last line feed does not matter', () => {
    expect(readTextFormat('a 1\n# EOF\nb 2').samples.map((sample) => sample.name)).toEqual(['a']);
    expect(readTextFormat('a 1\nb 2').samples.map((sample) => sample.name)).toEqual(['a', 'b']);
  });

  test('lines with CR LF are read', () => {
    expect(readTextFormat('a 1\r\nb 2\r\n').samples.map((sample) => sample.value)).toEqual([1, 2]);
  });

  test('a broken line does not take the others with it', () => {
    const { samples, rejected } = readTextFormat('a 1\n<html>\nb 2\n');
    expect([samples.length, rejected]).toEqual([2, { count: 1, first: [{ line: 2, why: 'no name of a metric' }] }]);
  });

  test('only what is asked for is kept', () => {
    expect(readTextFormat('a 1\nb 2\n', { keep: (name) => name === 'b' }).samples).toHaveLength(1);
  });

  test.each([
    ['a line of 1 MB', `a{x="${'y'.repeat(1_000_000)}"} 1\nb 2\n`, ['b']],
    ['1 MB of backslashes', `a{x="${'\\'.repeat(1_000_000)}"} 1\nb 2\n`, ['b']],
    ['1 MB of opening braces', `${'{'.repeat(1_000_000)}\nb 2\n`, ['b']],
    ['1 MB of blanks', `${' '.repeat(1_000_000)}\nb 2\n`, ['b']],
    ['100,000 broken lines', `${'a{\n'.repeat(100_000)}b 2\n`, ['b']],
    ['10,000 labels', `a{${'x="1",'.repeat(10_000)}} 1\nb 2\n`, ['b']],
  ])('%s: bounded in time, the rest is read', (_, page, names) => {
    const started = performance.now();
    expect(readTextFormat(page).samples.map((sample) => sample.name)).toEqual(names);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('samples are capped', () => {
    const { samples, rejected } = readTextFormat('a 1\n'.repeat(10), { maxSamples: 3 });
    expect([samples.length, rejected.count]).toEqual([3, 7]);
  });

  test('whatever label value is written comes back', () => {
    holds(
      fc.property(fc.string({ unit: anyCharacter }), (value) => {
        const written = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
        expect(readTextFormat(`a{x="${written}"} 1\n`).samples[0]?.labels.x).toBe(value);
      }),
    );
  });

  test('no text makes it throw', () => {
    holds(fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (text) => void readTextFormat(text)));
  });
});
