import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findingsIn } from '../../tools/sync/runbooks.ts';

const root = join(import.meta.dirname, '../..');
const pages = join(root, 'docs/runbooks');
const tasks = readdirSync(join(root, 'src/tasks'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('what sources declare: codes, and titles that are fixed', () => {
  const source = `
    { code: 'two-words', severity: 'fail', subject, title: 'what it says', evidence, next },
    {
      code: 'one-of-two',
      severity: 'warn',
      title: isLow ? 'much less than before' : 'much more than before',
      evidence: 'not a title',
    },
    { code: 'composed', severity, title: \`\${name} is odd\`, next },
    finding('made', 'fail', 'what it is', evidence, 'not a title');
    [unknown('seen-badly', trouble, 'it could not be read', next), finding('put-together', 'fail', \`\${name} is odd\`, 'not this')];
    finding(
      'of-two',
      none ? 'fail' : 'warn',
      none ? 'nothing is left of it' : 'some of it is left',
    );
    new PortError({ code: 'not-found', subject, message })`;
  expect(findingsIn([source])).toEqual([
    { code: 'composed', titles: [] },
    { code: 'made', titles: ['what it is'] },
    { code: 'of-two', titles: ['nothing is left of it', 'some of it is left'] },
    { code: 'one-of-two', titles: ['much less than before', 'much more than before'] },
    { code: 'put-together', titles: [] },
    { code: 'seen-badly', titles: ['it could not be read'] },
    { code: 'two-words', titles: ['what it says'] },
  ]);
});

describe('every link of a runbook leads somewhere', () => {
  test.each(readdirSync(pages))('%s', (name) => {
    const text = readFileSync(join(pages, name), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(pages, path)))).toEqual([]);
  });
});

test.each(tasks.map(({ name }) => name))('%s has a page', (id) => {
  expect(existsSync(join(pages, `${id}.md`))).toBe(true);
});

test('the page for people names workflows and settings that are there', () => {
  const text = readFileSync(join(pages, 'README.md'), 'utf8');
  const workflows = [...text.matchAll(/([a-z]+)\.yml\b/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'maintenance');
  expect(workflows.length).toBeGreaterThan(3);
  for (const name of workflows) expect(existsSync(join(root, `.github/workflows/${name}.yml`))).toBe(true);
});

test('every finding that a source spells out is on the pages of the tasks in whose folder it is, or on that of several', () => {
  const missing = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && /^(tasks|steps|observation|pipeline)\//.test(name))
    .flatMap((name) => {
      const [, id] = /^tasks\/([^/]+)\//.exec(name) ?? [];
      const page = readFileSync(join(pages, id === undefined ? 'findings.md' : `${id}.md`), 'utf8');
      const codes = readFileSync(join(root, 'src', name), 'utf8').matchAll(/code: '([a-z-]+)',\s*severity\b/g);
      return [...codes].flatMap(([, code]) => (page.includes(`<a id="${code}">`) ? [] : [`${name}: ${code}`]));
    });
  expect(missing).toEqual([]);
});
