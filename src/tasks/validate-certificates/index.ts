import { serviceOf } from '../../domain/certificate/names.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { namedSecrets } from '../../observation/certificates/read-secrets.ts';
import { PortError } from '../../ports/port-error.ts';
import { defineTask } from '../contract.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';

const sources = (kind: 'Secret' | 'ConfigMap') => (platform: Platform) =>
  [...platform.certificates.bundles, ...platform.certificates.trust]
    .filter((source) => source.kind === kind)
    .map((source) => source.name);

const services = (platform: Platform): readonly string[] => [
  ...new Set(platform.certificates.endpoints.flatMap(({ host }) => serviceOf(host, platform.namespace) ?? [])),
];

/** Pods of the gateway, and of configured workloads that have the name of a configured endpoint's Service. */
const forwardSelectors = (platform: Platform): readonly string[] => {
  const { blockchain, gateway, others } = platform.workloads;
  const behind = new Set(services(platform));
  const known = [blockchain, gateway, ...others, platform.database.workload, platform.cache.workload];
  const chosen = known.filter((workload) => behind.has(workload.name)).map((workload) => workload.selector);
  return [...new Set([gateway.selector, ...chosen])];
};

/** validate-certificates: what is held, what is served, and until when. Changes nothing. */
export default defineTask({
  id: 'validate-certificates',
  title: 'Validate certificates',
  description:
    'Judges every configured TLS Secret, bundle and endpoint: the whole chain, key, names, strength, dates, and what each pod really serves. Changes nothing.',
  guide: ['certificate validation'],
  windows: ['daily'],
  type: 'preventive',
  priority: 'high',
  estimateMs: 30_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: false,
  ports: ['cluster', 'certificates'],
  inputs: {
    'handshake-timeout': {
      kind: 'duration',
      description: 'How long one endpoint may take for connection and TLS handshake.',
      default: '5s',
      min: '100ms',
      max: '60s',
    },
  },
  outputs: {},
  permissions: {
    observe: [
      {
        resource: resources.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: (platform) => [...new Set([...namedSecrets(platform), ...sources('Secret')(platform)])],
        why: 'read the certificates that the configuration names, and compare each with its key',
      },
      {
        resource: resources.secrets,
        verbs: ['get', 'list'],
        scope: 'platform',
        when: (platform) => platform.certificates.secrets === 'all',
        why: 'read every TLS Secret, because the configuration says `secrets: all`; RBAC cannot limit this to TLS Secrets',
      },
      {
        resource: resources.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: sources('ConfigMap'),
        when: (platform) => sources('ConfigMap')(platform).length > 0,
        why: 'read the bundles and authorities that the configuration names',
      },
      {
        resource: resources.ingresses,
        verbs: ['list'],
        scope: 'platform',
        why: 'know the hosts that certificates must cover',
      },
      {
        resource: resources.services,
        verbs: ['get'],
        scope: 'platform',
        names: services,
        when: (platform) => services(platform).length > 0,
        why: 'find the pods behind the endpoints that are Services',
      },
      {
        resource: resources.pods,
        verbs: ['get', 'list'],
        scope: 'platform',
        why: 'find the pods that serve the certificates',
      },
      {
        resource: resources.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'see what each of them serves',
      },
      {
        resource: resources.validatingWebhooks,
        verbs: ['list'],
        scope: 'cluster',
        when: (platform) => platform.certificates.webhooks,
        why: 'read their caBundle',
      },
      {
        resource: resources.mutatingWebhooks,
        verbs: ['list'],
        scope: 'cluster',
        when: (platform) => platform.certificates.webhooks,
        why: 'read their caBundle',
      },
    ],
    change: [],
  },
  commands: [],
  forwards: [{ purpose: 'see what certificate each pod serves', selectors: forwardSelectors }],
  steps: [],
  verdicts: {
    pass: 'every certificate is in order, and served as it is held',
    warn: 'one is due for renewal, served stale, badly ordered, or of an authority that is not known',
    fail: 'one has expired or ends before the next renewal, is broken, weak, of another key, or does not cover its names',
    unknown: 'a Secret, an Ingress list or an endpoint could not be looked at',
  },
  observe,
  plan,
  verify: () =>
    Promise.reject(
      new PortError({
        code: 'invalid',
        subject: 'validate-certificates',
        message: 'it plans no steps, so there is nothing to verify',
      }),
    ),
});
