import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { describeErrors, readConfiguration } from '../../../src/domain/configuration/read.ts';
import { anyCharacter, holds } from '../../property.ts';
import { taskInputs } from './task-inputs.ts';

const word = fc.constantFrom(
  ...[
    'platform',
    'windows',
    'daily',
    'weekly',
    'days',
    'nth',
    'start',
    'duration',
    'blackouts',
    'from',
    'until',
    'owner',
  ],
  ...[
    'tasks',
    'maintain-database',
    'tables',
    'thresholds',
    'fail-on',
    'certificates',
    'secrets',
    'all',
    'sunday',
    '2h',
  ],
  ...[
    '02:00',
    '2026-12-24',
    '__proto__',
    'constructor',
    '<<',
    '*a',
    '&a',
    '!t',
    '? ',
    '- ',
    ': ',
    '"',
    "'",
    '{',
    '[',
    '|',
  ],
  ...['\t', '\n', '\n  ', '\r\n', '\u2028', '\u0000', '#', '%YAML 1.1', '---', '...'],
);
const tree = fc.letrec((tie) => ({
  leaf: fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.double()),
  node: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(word, tie('node'), { maxKeys: 5 }),
  ),
}));

/** Reads, and holds every error to a place that exists in the text. */
function survives(text: string): void {
  const result = readConfiguration(text, 'f.yml', taskInputs);
  if ('configuration' in result) return;
  const lines = text.split(/\r\n|\n|\r/);
  expect(result.errors.length).toBeGreaterThan(0);
  for (const { line, column, text: shown } of result.errors) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    expect(shown.split('\n')).toHaveLength(3);
  }
  expect(describeErrors(result.errors)).not.toMatch(/[\r\t\u0000\u2028]/);
}

test('any text is read or refused with places that exist; nothing is thrown', () => {
  holds(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => survives(words.join(' '))),
    { numRuns: 60 },
  );
  holds(fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), survives), { numRuns: 60 });
});

test.each(['| platform \t', '{ \r\n', '{\r\n', 'a: [\r\n\r\n', '"a\r\n', 'a: *b\r\n'])(
  'neither a Windows line ending nor a tab is shown: %j',
  survives,
);

test('any document is read or refused with places that exist; nothing is thrown', () => {
  holds(
    fc.property(tree.node, (value) => survives(stringify(value))),
    { numRuns: 60 },
  );
});
