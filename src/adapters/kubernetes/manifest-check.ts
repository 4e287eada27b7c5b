import { differingFields } from '../../domain/kubernetes/drift.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { KubernetesObject } from '../../domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../domain/kubernetes/resources.ts';
import type { CheckedDocument, DryRun, ManifestCheck, Proof } from '../../ports/manifest-check.ts';
import { apiError } from './api-error.ts';
import { type ApiClient, Refused } from './client.ts';
import type { KubernetesCluster } from './kubernetes-cluster.ts';
import { type Asked, pathOf } from './resource-path.ts';

/** Who asks; `deploy/rbac/maintenance-dry-run.yaml` makes it. */
const account = { namespace: 'rooivalk-maintenance', name: 'maintenance-dry-run' };
const proofName = 'maintenance-dry-run-proof';
const manifest = 'deploy/rbac/maintenance-dry-run.yaml';
const fieldManager = 'rooivalk-dry-run';

/** What the adapter is given. */
export interface ManifestCheckOptions {
  readonly cluster: () => Promise<KubernetesCluster>;
  /** Keep the token out of everything that is written. */
  readonly mask: (secret: string) => void;
}

/** The port `manifestCheck` on a real API server. */
export function createManifestCheck({ cluster, mask }: ManifestCheckOptions): ManifestCheck {
  let client: Promise<ApiClient> | undefined;
  const acting = () => {
    client ??= cluster().then((reached) => reached.actAs(account, mask));
    return client;
  };
  const kinds = new Map<string, Promise<readonly ServedKind[]>>();
  return {
    prove: async () => prove(await acting(), await cluster()),
    ask: async (document) => {
      const speaking = await acting();
      const version = document.apiVersion;
      if (!kinds.has(version)) kinds.set(version, servedKinds(speaking, version));
      return ask(speaking, document, (await kinds.get(version)) ?? []);
    },
  };
}

/** Create a ConfigMap for real. The policy must refuse it: a missing right would prove nothing, as dry runs need the right. */
async function prove(client: ApiClient, own: KubernetesCluster): Promise<Proof> {
  const asked: Asked = {
    verb: 'create',
    resource: resources.configMaps,
    namespace: account.namespace,
    name: proofName,
  };
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: proofName, namespace: account.namespace } };
  const path = pathOf({ resource: resources.configMaps, namespace: account.namespace });
  try {
    const made = await client.attempt<KubernetesObject>(asked, { method: 'POST', path, body: object });
    return await leaked(own, made);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (/ValidatingAdmissionPolicy '[a-z0-9.-]{1,253}'/.test(error.answer.message ?? '')) return { held: true };
    if (error.status === 409) return leaked(own, undefined);
    if (error.status !== 403) throw apiError(asked, error.status, error.answer, client.speaker);
    return {
      held: false,
      leak: false,
      says: `${account.name} may not create at all, so that no admission policy could show that it holds it`,
      next: `an administrator applies it: ${kubectl(clusterWide)`apply -f ${manifest}`}`,
    };
  }
}

async function leaked(own: KubernetesCluster, made: KubernetesObject | undefined): Promise<Proof> {
  const { namespace } = account;
  const uid = made?.metadata.uid ?? (await own.get(resources.configMaps, namespace, proofName))?.metadata.uid;
  if (uid !== undefined) await own.delete(resources.configMaps, namespace, proofName, uid);
  return {
    held: false,
    leak: true,
    says: `${account.name} could create configmap/${proofName} for real: no admission policy holds it to dry runs (the object was deleted again)`,
    next: `an administrator applies it at once: ${kubectl(clusterWide)`apply -f ${manifest}`}`,
  };
}

interface ServedKind {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** The kinds of a version of an API group, as the server lists them; none where it does not know the version. */
async function servedKinds(client: ApiClient, apiVersion: string): Promise<readonly ServedKind[]> {
  if (!/^([a-z0-9.-]{1,253}\/)?v[0-9][a-z0-9]{0,20}$/.test(apiVersion)) return [];
  const path = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const asked: Asked = { verb: 'get', resource: resources.namespaces };
  try {
    const { resources: served = [] } = await client.attempt<{ resources?: readonly ServedKind[] }>(asked, { path });
    return served.filter(({ name }) => !name.includes('/'));
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return [];
    if (error instanceof Refused) throw apiError(asked, error.status, error.answer, client.speaker);
    throw error;
  }
}

async function ask(client: ApiClient, document: CheckedDocument, kinds: readonly ServedKind[]): Promise<DryRun> {
  const served = kinds.find(({ kind }) => kind === document.kind);
  if (served === undefined) {
    return { outcome: 'refused', says: `the API server does not know ${document.kind} of ${document.apiVersion}` };
  }
  const target = targetOf(document, served);
  const live = await read(client, target);
  if (live === 'not-permitted') return notPermitted('get', target);
  const apply: Asked = { ...target, verb: 'patch' };
  try {
    const wanted = await client.attempt<KubernetesObject>(apply, {
      method: 'PATCH',
      contentType: 'application/apply-patch+yaml',
      // forced, so that what is left out of the document is filled in as on a write; nothing is taken from its owner
      query: { dryRun: 'All', force: 'true', fieldManager },
      body: document.object,
      repeatable: true,
    });
    if (live === undefined) return { outcome: 'absent' };
    const fields = differingFields(live, wanted);
    return fields.length === 0 ? { outcome: 'same' } : { outcome: 'drift', fields };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refusalOf(error, target, client);
  }
}

function refusalOf(error: Refused, target: Target, client: ApiClient): DryRun {
  const causes = error.answer.details?.causes ?? [];
  const fields = causes.flatMap(({ field }) => (field === undefined ? [] : [field.slice(0, 200)]));
  if (error.status === 409) return { outcome: 'drift', fields: fields.slice(0, 20) };
  if (error.status === 403) return notPermitted('patch', target);
  const { message } = apiError({ ...target, verb: 'patch' }, error.status, error.answer, client.speaker);
  if ([400, 404, 415, 422].includes(error.status)) return { outcome: 'refused', says: message };
  throw apiError({ ...target, verb: 'patch' }, error.status, error.answer, client.speaker);
}

type Target = Omit<Asked, 'verb'>;

function targetOf({ apiVersion, kind, namespace, name }: CheckedDocument, served: ServedKind): Target {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const resource: Resource = { group, version, kind, plural: served.name, namespaced: served.namespaced };
  return { resource, name, ...(served.namespaced ? { namespace } : {}) };
}

async function read(client: ApiClient, target: Target): Promise<KubernetesObject | 'not-permitted' | undefined> {
  const asked: Asked = { ...target, verb: 'get' };
  try {
    return await client.attempt<KubernetesObject>(asked);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 404) return undefined;
    if (error.status === 403) return 'not-permitted';
    throw apiError(asked, error.status, error.answer, client.speaker);
  }
}

const notPermitted = (verb: string, { resource, namespace }: Target): DryRun => ({
  outcome: 'not-permitted',
  says: `${account.name} may not ${verb} ${resource.plural}${namespace === undefined ? '' : ` in ${namespace}`}`,
});
