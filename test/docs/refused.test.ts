/** docs/refused.md names tests: each of them must be there, and be of the level that is said. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';

/** A line of a table. */
interface Line {
  readonly group: string;
  readonly what: string;
  readonly levels: readonly string[];
  readonly tests: readonly { readonly file: string; readonly title: string }[];
  readonly remark: string;
}

const levels = ['workflow', 'sandbox', 'contract', 'simulation', 'unit'] as const;
/** How many lines each group has: one that is lost is missed. */
const groups = { Approval: 31, Plan: 25, 'Issue gate': 11, 'Journal and Lease': 11, Data: 24 };
const throughWorkflow = ['Approval', 'Plan', 'Issue gate'];

const textOf = (file: string): string => readFileSync(join(CHECKOUT, file), 'utf8');

function linesOf(text: string): readonly Line[] {
  let group = '';
  return text.split('\n').flatMap((line): readonly Line[] => {
    group = /^## (.*)$/.exec(line)?.[1] ?? group;
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    const [, what = '', level = '', named = '', remark = ''] = cells;
    if (cells.length !== 6 || what === 'refused' || what.startsWith('---')) return [];
    const tests = named.split('<br>').map((one) => {
      const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(one) ?? [];
      return { file, title };
    });
    return [{ group, what, levels: level.split(', '), tests, remark }];
  });
}

function levelOf(file: string): (typeof levels)[number] {
  if (file.startsWith('test/simulation/')) return 'simulation';
  if (file.endsWith('.contract.ts')) return 'contract';
  if (!file.startsWith('test/platform/')) return 'unit';
  return textOf(file).includes("from './workflow/") ? 'workflow' : 'sandbox';
}

/** A test file with the files beside it that it takes its cases from. */
function withCases(file: string): string {
  const text = textOf(file);
  const beside = [...text.matchAll(/from '\.\/([\w-]+\.ts)'/g)].map(([, name = '']) =>
    textOf(join(dirname(file), name)),
  );
  return [text, ...beside].join('\n');
}

/** Whether a file has a title among its texts, in whichever quotes. */
const has = (text: string, title: string): boolean =>
  ["'", '"', '`'].some((quote) => text.includes(`${quote}${title.replaceAll(quote, `\\${quote}`)}${quote}`));

const lines = linesOf(textOf('docs/refused.md'));

test('every group is whole', () => {
  const counted = Object.fromEntries(
    Object.keys(groups).map((group) => [group, lines.filter((line) => line.group === group).length]),
  );
  expect(counted).toEqual(groups);
  expect(new Set(lines.map(({ what }) => what)).size).toBe(lines.length);
});

describe.each(lines.map((line) => [`${line.group}: ${line.what}`, line] as const))('%s', (_, line) => {
  test.each(line.tests.map(({ file, title }) => [file, title]))('%s has: %s', (file, title) => {
    expect(existsSync(join(CHECKOUT, file))).toBe(true);
    expect(has(withCases(file), title)).toBe(true);
  });

  test('is shown at the levels that are said', () => {
    const found = new Set(line.tests.map(({ file }) => levelOf(file)));
    expect(line.levels).toEqual(levels.filter((level) => found.has(level)));
  });

  test('is shown through the workflow, or it is said why not', () => {
    const isSaid = !throughWorkflow.includes(line.group) || line.levels.includes('workflow') || line.remark !== '';
    expect(isSaid).toBe(true);
  });
});
