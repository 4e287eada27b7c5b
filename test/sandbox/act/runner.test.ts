import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readLogLine } from '../../../sandbox/act/log.ts';
import { readAssignments } from '../../../sandbox/act/runner-files.ts';
import { RunnerLog } from '../../../sandbox/act/runner-log.ts';
import { remoteActions } from '../../../sandbox/act/template.ts';
import { unzip } from '../../../sandbox/act/unzip.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooivalk-runner-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("act's log as a person reads it", () => {
  const job = { jobID: 'window', job: 'Daily/window  ', level: 'info' };
  test.each<[string, object, object]>([
    ['output', { ...job, raw_output: true, msg: 'hello\n' }, { job: 'window', text: '    hello' }],
    ['a step begins', { ...job, msg: '⭐ Run Main X', step: 'X', stage: 'Main' }, { job: 'window', text: '  ▸ X' }],
    [
      'a step ends',
      {
        ...job,
        msg: '  ✅  Success',
        step: './actions/check-health',
        stage: 'Post',
        stepResult: 'success',
        executionTime: 1.26e9,
      },
      { text: '  ✓ Post check-health  1.3 s', step: { name: 'Post check-health', conclusion: 'success' } },
    ],
    ['a step fails', { ...job, msg: '', step: 'X', stage: 'Main', stepResult: 'failure' }, { text: '  ✗ X' }],
    ['a step is skipped', { ...job, msg: '', step: 'X', stage: 'Main', stepResult: 'skipped' }, { text: '  · X' }],
    ['the frame is silent', { ...job, msg: '⭐ Run Set up job', step: 'Set up job' }, { text: '' }],
    ['the frame fails', { ...job, msg: '', step: 'Set up job', stepResult: 'failure' }, { text: '  ✗ Set up job' }],
    [
      'the job ends',
      { ...job, msg: '🏁', jobResult: 'failure' },
      { text: '✗ job ended with failure', jobConclusion: 'failure' },
    ],
    [
      'an annotation is masked, whatever lies beside it',
      {
        ...job,
        command: 'error',
        kvPairs: { title: 'T' },
        arg: 'pw is hunter2',
        raw: '::error title=T::pw is hunter2',
        msg: '  ❗  ::error title=T::pw is ***\n',
      },
      { text: '    error: T: pw is ***' },
    ],
    ['no Docker', { level: 'warning', msg: "Couldn't get a valid docker connection: x" }, { text: '' }],
    ['a failed step, said twice', { level: 'error', msg: 'exit status 1' }, { text: '' }],
    ['a warning of its own', { level: 'error', msg: 'it broke' }, { text: '  error: it broke' }],
    [
      'a terminal sequence',
      { ...job, raw_output: true, msg: '\x1b[31mred\x1b[0m \x07\u202e' },
      { text: '    red \ufffd\ufffd' },
    ],
  ])('%s', (_, record, expected) => {
    expect(readLogLine(JSON.stringify(record))).toMatchObject(expected);
  });

  test('what is no JSON is passed on', () => {
    expect(readLogLine('Error: no stages to run')).toEqual({ text: 'Error: no stages to run' });
  });
});

describe("a runner's reading of an action's output", () => {
  test.each<[string, string[], (string | undefined)[]]>([
    ['plain', ['hello'], ['hello']],
    ['groups', ['::group::Look', 'a', '::endgroup::', 'b'], ['▼ Look', '  a', undefined, 'b']],
    [
      'annotations',
      ['::warning title=A%3A b,file=x::50%25 %0Aoff'],
      ['warning: A: b: 50% \ufffdoff'.replace('\ufffd', '\n')],
    ],
    ['masks, each line of them', ['::add-mask::one%0Atwo', 'one and two'], [undefined, '*** and ***']],
    [
      'stopped commands',
      ['::stop-commands::tok', '::add-mask::x', 'x', '::tok::', '::debug::d'],
      [undefined, '::add-mask::x', 'x', undefined, undefined],
    ],
    ['no command in mid-line', ['a ::error::b'], ['a ::error::b']],
    ['control characters', ['a\x1b[2Jb\x00'], ['ab\ufffd']],
  ])('%s', (_, lines, expected) => {
    const log = new RunnerLog();
    expect(lines.map((line) => log.line(line))).toEqual(expected);
  });
});

describe('file commands', () => {
  const read = (text: string): Record<string, string> => {
    const file = join(folder, 'commands');
    writeFileSync(file, text);
    return readAssignments(file);
  };
  test.each<[string, string, Record<string, string>]>([
    ['lines', 'a=1\nb=x=y\n', { a: '1', b: 'x=y' }],
    ['a block', 'a<<END\none\ntwo=2\nEND\nb=3\n', { a: 'one\ntwo=2', b: '3' }],
    ['the last one wins', 'a=1\na=2\n', { a: '2' }],
    ['nothing', '', {}],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['a line that is neither', 'nonsense\n', 'Invalid format "nonsense"'],
    ['a block without end', 'a<<END\none\n', 'has no end'],
  ])('%s is refused', (_, text, message) => expect(() => read(text)).toThrow(message));
});

test.each<[string, string, string[]]>([
  ['our own', 'uses: ./actions/x', []],
  ['checkout, which act has', '- uses: actions/checkout@0123 # v7', []],
  ['the root action', "  uses: 'OWNER/REPO@0000'", ['OWNER/REPO@0000']],
  ['one of a folder, twice', 'uses: o/r/actions/a@1\nuses: o/r/actions/b@1', ['o/r@1']],
])('a template takes actions from elsewhere: %s', (_, text, expected) => expect(remoteActions(text)).toEqual(expected));

describe('unpacking', () => {
  /** A zip with one stored entry, as small as the format allows. */
  function zipOf(name: string, text: string): string {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(text.length, 18);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(text.length, 20);
    entry.writeUInt16LE(name.length, 28);
    const start = head.length + name.length + text.length;
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(start, 16);
    const file = join(folder, 'a.zip');
    writeFileSync(file, Buffer.concat([head, Buffer.from(name + text), entry, Buffer.from(name), end]));
    return file;
  }

  test.each([['../x'], ['/etc/x'], ['a/../../x'], ['a\\x']])('%s would land outside', (name) => {
    expect(() => unzip(zipOf(name, 'hi'), join(folder, 'target'))).toThrow('outside its folder');
  });
  test('what is no zip', () => {
    writeFileSync(join(folder, 'b.zip'), 'x'.repeat(50));
    expect(() => unzip(join(folder, 'b.zip'), folder)).toThrow('this is no zip');
  });
});
