import { expect, test } from '@jest/globals';
import { runbooksOf } from '../../src/runtime/runbooks.ts';

const own = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'team/platform', GITHUB_SHA: 'c0ffee' };

test.each<[string, Record<string, string>, string | undefined]>([
  [
    'an action of another repository',
    { ...own, GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'v1' },
    'https://github.com/o/r/blob/v1/docs/runbooks',
  ],
  [
    'at a branch',
    { ...own, GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'refs/heads/a b/c' },
    'https://github.com/o/r/blob/a%20b/c/docs/runbooks',
  ],
  ['an action of the checkout', own, 'https://github.com/team/platform/blob/c0ffee/docs/runbooks'],
  [
    'the same, with empty variables',
    { ...own, GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' },
    'https://github.com/team/platform/blob/c0ffee/docs/runbooks',
  ],
  ['no run', {}, undefined],
  ['a repository that is none', { ...own, GITHUB_REPOSITORY: 'a/b) [x](http://evil' }, undefined],
  ['a server that is none', { ...own, GITHUB_SERVER_URL: 'javascript:alert(1)' }, undefined],
])('runbooks of %s', (_, variables, runbooks) => {
  expect(runbooksOf(variables)).toEqual(runbooks === undefined ? {} : { runbooks });
});
