import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

test('the first steps name every environment that the first workflow names', () => {
  const workflow = readFileSync('templates/daily.yml', 'utf8');
  const named = workflow.split('\n').filter((line) => /^\s+environment:/.test(line));
  const environments = new Set(named.flatMap((line) => line.match(/maintenance-[a-z]+/g) ?? []));
  const login = /3\. \*\*Login\.\*\*.*?4\. \*\*Workflow/s.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
  const said = new Set(login.match(/maintenance-[a-z]+/g) ?? []);
  expect(environments.size).toBeGreaterThan(1);
  expect([...environments].filter((environment) => !said.has(environment))).toEqual([]);
});
