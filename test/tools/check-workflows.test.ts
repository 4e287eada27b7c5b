import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ensure, silent } from '../../sandbox/toolchain/index.ts';
import { checkWorkflows } from '../../tools/check-workflows.ts';

let folder: string;
beforeAll(() => ensure(['actionlint', 'zizmor'], silent), 300_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooivalk-workflows-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const good = `name: Good
on:
  workflow_dispatch:
permissions: {}
concurrency:
  group: good
  cancel-in-progress: false
jobs:
  one:
    name: One
    runs-on: ubuntu-latest
    steps:
      - name: Say it
        run: echo hello
`;

const passed = (): Record<string, boolean> =>
  Object.fromEntries(checkWorkflows(folder).map((check) => [check.tool, check.passed]));

test('a good workflow passes both', () => {
  write('.github/workflows/good.yml', good);
  expect(passed()).toEqual({ actionlint: true, zizmor: true });
});

test.each<[string, string, string, string, 'actionlint' | 'zizmor']>([
  ['an unknown key', '.github/workflows/x.yml', 'runs-on:', 'runs-at:', 'actionlint'],
  ['a template with an injection', 'templates/x.yml', 'echo hello', `echo $\{{ github.event.inputs.x }}`, 'zizmor'],
  ['no permissions', '.github/workflows/x.yml', 'permissions: {}\n', '', 'zizmor'],
])('%s is found', (_, path, from, to, tool) => {
  write(path, good.replace(from, to));
  const check = checkWorkflows(folder).find((one) => one.tool === tool);
  expect(check).toMatchObject({ passed: false });
  expect(check?.output).toContain(path);
});

test('what is suppressed in .github/zizmor.yml is not said', () => {
  write('.github/workflows/x.yml', good.replace('permissions: {}\n', ''));
  write('.github/zizmor.yml', 'rules:\n  excessive-permissions:\n    disable: true\n');
  expect(passed()).toMatchObject({ zizmor: true });
});

test('nothing to check is an error, not a pass', () => {
  expect(() => checkWorkflows(folder)).toThrow('nothing was checked');
});
