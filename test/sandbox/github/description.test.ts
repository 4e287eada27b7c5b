import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Description, openDescription } from '../../../sandbox/github/description.ts';
import { extras } from '../../../sandbox/github/extras.ts';
import { handlers } from '../../../sandbox/github/handlers/index.ts';
import { operations } from '../../../sandbox/github/operations.ts';

const path = '/repos/phoenix-rooivalk/maintenance/issues/1/comments';
const url = 'https://api.github.com/x';
const user = {
  ...Object.fromEntries(
    [
      'avatar',
      'events',
      'followers',
      'following',
      'gists',
      'organizations',
      'received_events',
      'repos',
      'starred',
      'subscriptions',
      'html',
    ].map((name) => [`${name}_url`, url]),
  ),
  gravatar_id: '',
  id: 1,
  node_id: 'U_1',
  login: 'somebody',
  site_admin: false,
  type: 'User',
  url,
};
const comment = {
  id: 1,
  node_id: 'IC_1',
  url,
  html_url: url,
  issue_url: url,
  user,
  created_at: '2026-11-24T02:00:00Z',
  updated_at: '2026-11-24T02:00:00Z',
};

let description: Description;
beforeAll(async () => {
  description = await openDescription();
});

describe('an answer that GitHub would not give is a fault', () => {
  test.each<[string, unknown, string[]]>([
    ['a right one', comment, []],
    ['a missing field', { ...comment, node_id: undefined }, ["/ must have required property 'node_id'"]],
    ['a wrong type', { ...comment, id: 'one' }, ['/id must be integer']],
    ['a wrong format', { ...comment, created_at: 'today' }, ['/created_at must match format "date-time"']],
    ['an unknown field', { ...comment, colour: 'red' }, ['.colour is described neither by GitHub nor in extras.ts']],
    [
      'an unknown field inside a described one',
      { ...comment, user: { ...user, age: 7 } },
      ['.user.age is described neither by GitHub nor in extras.ts'],
    ],
  ])('%s', (_, body, faults) => {
    const operation = description.match({ method: 'POST', path, headers: {} });
    const sent = JSON.parse(JSON.stringify(body));
    expect(description.faults(operation as NonNullable<typeof operation>, 201, sent)).toEqual(faults);
  });

  test('every field beyond the description names its source', () => {
    for (const extra of extras) {
      expect(extra.source.length).toBeGreaterThan(20);
      for (const id of extra.operations) expect(operations.map((operation) => operation.id)).toContain(id);
    }
  });
});

test('each operation that is kept of the description is answered, and no other', () => {
  expect(Object.keys(handlers).sort()).toEqual(operations.map(({ id }) => id).sort());
});
