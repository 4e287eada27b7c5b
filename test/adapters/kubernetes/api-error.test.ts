import { expect, test } from '@jest/globals';
import { type ApiStatus, apiError, apiStatusOf } from '../../../src/adapters/kubernetes/api-error.ts';
import type { Asked } from '../../../src/adapters/kubernetes/resource-path.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';

const speaker = { server: 'api.example:6443', user: 'maintenance', context: 'prod', task: 'check-health' };
const pods: Asked = { verb: 'list', resource: resources.pods, namespace: 'shop' };
const web: Asked = { verb: 'patch', resource: resources.deployments, namespace: 'shop', name: 'web' };
const secretText = 'password=hunter2 in a raw message';

const cases: readonly (readonly [string, Asked, number, ApiStatus, object])[] = [
  [
    'not accepted',
    pods,
    401,
    { reason: 'Unauthorized', message: secretText },
    {
      code: 'unauthorized',
      subject: 'pods in shop',
      message: 'api.example:6443 did not accept the credentials of user maintenance (context prod)',
    },
  ],
  [
    'a missing permission',
    pods,
    403,
    { reason: 'Forbidden', message: `pods is forbidden: User "x" cannot list resource "pods" ${secretText}` },
    {
      code: 'forbidden',
      subject: 'pods in shop',
      message: 'User maintenance may not list pods in namespace shop',
      next: 'deploy/rbac/tasks/check-health.yaml grants it; an administrator applies it with: `kubectl apply -f deploy/rbac/tasks/check-health.yaml`',
    },
  ],
  [
    'a missing permission everywhere',
    { verb: 'list', resource: resources.deployments },
    403,
    {},
    {
      code: 'forbidden',
      subject: 'deployments.apps in all namespaces',
      message: 'User maintenance may not list deployments.apps in all namespaces',
    },
  ],
  [
    'a missing permission on what has no namespace',
    { verb: 'get', resource: resources.nodes, name: 'node-1' },
    403,
    {},
    {
      code: 'forbidden',
      subject: 'nodes/node-1',
      message: 'User maintenance may not get nodes (a cluster-wide resource)',
    },
  ],
  [
    'an admission policy',
    { verb: 'create', resource: resources.pods, subresource: 'exec', namespace: 'shop', name: 'web-0' },
    403,
    {
      message: `pods "web-0" is forbidden: ValidatingAdmissionPolicy 'only-df' with binding 'b' denied request: ${secretText}`,
    },
    { code: 'forbidden', message: "The cluster's admission policy only-df refused to create pods/exec" },
  ],
  [
    'a webhook',
    web,
    403,
    { message: `admission webhook "gate.example.com" denied the request: ${secretText}` },
    {
      code: 'forbidden',
      message: "The cluster's admission webhook gate.example.com refused to patch deployments.apps",
    },
  ],
  [
    'a quota',
    { ...pods, verb: 'create' },
    403,
    { message: 'exceeded quota: small, requested' },
    { code: 'forbidden', message: "The cluster's quota small refused to create pods" },
  ],
  [
    'a hostile name of a policy',
    pods,
    403,
    { message: "ValidatingAdmissionPolicy '::error::x' denied" },
    { code: 'forbidden', message: 'User maintenance may not list pods in namespace shop' },
  ],
  [
    'an absent object',
    web,
    404,
    { reason: 'NotFound', details: { name: 'web' } },
    { code: 'not-found', message: 'Deployment web does not exist in shop' },
  ],
  [
    'an absent namespace',
    { ...web, verb: 'create' },
    404,
    { details: { kind: 'namespaces', name: 'shop' } },
    { code: 'not-found', message: 'Namespace shop does not exist' },
  ],
  [
    'a resource that is not served',
    { verb: 'list', resource: resources.nodeMetrics },
    404,
    {},
    { code: 'not-found', message: 'The API server does not serve nodes of metrics.k8s.io/v1beta1' },
  ],
  [
    'one too many',
    web,
    409,
    { reason: 'AlreadyExists' },
    { code: 'conflict', message: 'Deployment web exists already in shop' },
  ],
  ['somebody else was faster', web, 409, { reason: 'Conflict', message: secretText }, { code: 'conflict' }],
  [
    'a failed test of a patch',
    web,
    422,
    { reason: 'Invalid', details: {} },
    { code: 'conflict', message: 'Deployment web no longer holds what was read before the change in shop' },
  ],
  [
    'an invalid result of a patch',
    web,
    422,
    { reason: 'Invalid', message: secretText, details: { name: 'web', causes: [{ field: 'spec.replicas' }] } },
    { code: 'invalid', message: 'The API server refused the patch as invalid (HTTP 422): spec.replicas' },
  ],
  [
    'a policy that refuses without a reason of its own',
    web,
    422,
    { reason: 'Invalid', message: `ValidatingAdmissionPolicy 'least' with binding 'least' denied: ${secretText}` },
    { code: 'forbidden', message: "The cluster's admission policy least refused to patch deployments.apps" },
  ],
  ['a bad selector', pods, 400, { reason: 'BadRequest', message: secretText }, { code: 'invalid' }],
  [
    'a list that moved on',
    pods,
    410,
    {},
    { code: 'gone', message: expect.stringMatching(/The list moved on .*HTTP 410/) },
  ],
  [
    'an object behind something that says it is gone',
    { verb: 'get', resource: resources.pods, namespace: 'shop', name: 'a' },
    410,
    {},
    { code: 'gone', message: expect.stringMatching(/is gone \(HTTP 410\)/) },
  ],
  ['an overload', pods, 429, { reason: 'TooManyRequests' }, { code: 'busy' }],
  [
    'a failure of its own',
    pods,
    500,
    { reason: 'InternalError', message: secretText },
    { code: 'failed', message: 'api.example:6443 answered with HTTP 500 (InternalError)' },
  ],
  [
    'an extension that is down',
    pods,
    503,
    { reason: 'not a ::word', message: secretText },
    { code: 'failed', message: 'api.example:6443 answered with HTTP 503' },
  ],
  ['its own timeout', pods, 504, { reason: 'Timeout' }, { code: 'timeout' }],
];

test.each(cases)('%s', (_name, asked, status, answer, expected) => {
  const error = apiError(asked, status, answer, speaker);
  expect(error).toMatchObject(expected);
  expect(JSON.stringify([error.message, error.subject, error.next])).not.toContain('hunter2');
});

test('without a task the hint is the question to ask', () => {
  const error = apiError(pods, 403, {}, { ...speaker, task: undefined });
  expect(error.next).toContain('`kubectl -n shop auth can-i list pods`');
});

test.each(['', 'null', '"text"', '404 page not found', '{"kind":"Pod"}', '[1]'])('%j is no status', (body) => {
  expect(apiStatusOf(body)).toEqual({});
});
