import { expect, test } from '@jest/globals';
import type { ExecLimits } from '../../../src/ports/cluster.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { type Answer, failure, type Seen } from './local-api.ts';
import { type Kubelet, kubelet } from './local-kubelet.ts';

const target = { namespace: 'shop', pod: 'web-0', container: 'main' };
const limits: ExecLimits = { timeoutMs: 5_000 };

const runningPod = {
  metadata: { name: 'web-0' },
  spec: { containers: [{ name: 'main' }] },
  status: { phase: 'Running', containerStatuses: [{ name: 'main', state: { running: {} } }] },
};
const may = (...verbs: string[]) => ({
  answer: ({ path, body }: Seen): Answer => {
    if (!path.includes('selfsubjectaccessreviews')) return { status: 500 };
    const { verb, resource, subresource } = JSON.parse(body).spec.resourceAttributes;
    return {
      status: 201,
      body: { status: { allowed: resource === 'pods' && subresource === 'exec' && verbs.includes(verb) } },
    };
  },
});
const pod = (change: object) => ({ answer: () => ({ body: { ...runningPod, ...change } }) });
const refusal = (status: number, reason: string, message = 'planted-secret') => ({
  refuse: { status, body: failure(status, reason, message) },
});

test.each<{ name: string; local: Kubelet; expected: object }>([
  {
    name: 'no permission to get',
    local: { ...refusal(403, 'Forbidden'), ...may('create') },
    expected: { code: 'forbidden', message: 'User tester may not get pods/exec in namespace shop' },
  },
  {
    name: 'no permission to create',
    local: { ...refusal(403, 'Forbidden'), ...may('get') },
    expected: { code: 'forbidden', message: 'User tester may not create pods/exec in namespace shop' },
  },
  {
    name: 'an admission policy',
    local: {
      ...refusal(403, 'Forbidden', "ValidatingAdmissionPolicy 'only-df' with binding 'x' denied request"),
      ...may('get', 'create'),
    },
    expected: { code: 'forbidden', message: "The cluster's admission policy only-df refused to create pods/exec" },
  },
  {
    name: 'no such pod',
    local: {
      ...refusal(404, 'NotFound'),
      answer: () => ({ status: 404, body: failure(404, 'NotFound', '', { name: 'web-0' }) }),
    },
    expected: { code: 'not-found', message: 'Pod web-0 does not exist in shop' },
  },
  {
    name: 'no such container',
    local: { ...refusal(400, 'BadRequest'), ...pod({ spec: { containers: [{ name: 'other' }] } }) },
    expected: { code: 'not-found', message: 'Pod web-0 has no container main' },
  },
  {
    name: 'a pod that has ended',
    local: { ...refusal(400, 'BadRequest'), ...pod({ status: { phase: 'Succeeded' } }) },
    expected: { code: 'failed', message: 'Pod web-0 is Succeeded: nothing runs in it' },
  },
  {
    name: 'a container that crashes',
    local: {
      ...refusal(500, 'InternalError'),
      ...pod({
        status: {
          phase: 'Running',
          containerStatuses: [{ name: 'main', state: { waiting: { reason: 'CrashLoopBackOff' } } }],
        },
      }),
    },
    expected: { code: 'failed', message: 'Container main does not run (CrashLoopBackOff)' },
  },
  {
    name: 'nothing to be seen',
    local: { ...refusal(500, 'InternalError'), ...pod({}) },
    expected: { code: 'failed', message: expect.stringContaining('HTTP 500') },
  },
  {
    name: 'pods may not be read',
    local: { ...refusal(500, 'InternalError'), answer: () => ({ status: 403 }) },
    expected: { code: 'failed', message: expect.stringContaining('HTTP 500') },
  },
  {
    name: 'credentials that are not accepted',
    local: refusal(401, 'Unauthorized'),
    expected: { code: 'unauthorized' },
  },
  { name: 'an overload', local: refusal(429, 'TooManyRequests'), expected: { code: 'busy' } },
])('a refused upgrade is explained: $name', async ({ local, expected }) => {
  await using server = await kubelet(local);
  const error = await server.cluster.exec(target, ['df'], limits).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PortError);
  expect(error).toMatchObject(expected);
  expect(JSON.stringify(error)).not.toContain('planted-secret');
});

test.each<[string, NonNullable<Kubelet['refuse']>, number[]]>([
  ['asks to come back', { status: 429, body: {}, head: 'Retry-After: 3\r\n' }, [3125]],
  ['has no room, and says until when', { status: 503, body: {}, head: 'Retry-After: 1\r\n' }, [1125]],
])('a server that %s has run nothing, so it is asked again', async (_name, refuse, slept) => {
  let runs = 0;
  const serve: Kubelet['serve'] = (socket) => {
    runs += 1;
    socket.send(Buffer.concat([Buffer.from([3]), Buffer.from('{"status":"Success"}')]));
  };
  await using server = await kubelet({ serve, refuse: { ...refuse, times: 1 } });
  expect(await server.cluster.exec(target, ['df'], limits)).toMatchObject({ exitCode: 0 });
  expect([runs, server.api.clock.slept]).toEqual([1, slept]);
});

test('what may have run is not sent again', async () => {
  let upgrades = 0;
  await using server = await kubelet({
    serve: (_socket, _url, raw) => {
      upgrades += 1;
      raw.destroy();
    },
  });
  await expect(server.cluster.exec(target, ['df'], limits)).rejects.toMatchObject({ code: 'unreachable' });
  expect(upgrades).toBe(1);
});
