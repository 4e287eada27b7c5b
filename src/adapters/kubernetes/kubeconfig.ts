import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import {
  type Cluster as ConfiguredCluster,
  type User as ConfiguredUser,
  newClusters,
  newContexts,
  newUsers,
} from '@kubernetes/client-node/dist/config_types.js';
import { PortError } from '../../ports/port-error.ts';
import type { Access, Identification, KubeconfigRules } from './access.ts';
import { pluginEntry } from './exec-plugin.ts';

type Entry = Record<string, unknown> & { readonly name?: string };
interface Document {
  readonly 'current-context'?: string;
  readonly clusters?: readonly Entry[];
  readonly contexts?: readonly Entry[];
  readonly users?: readonly Entry[];
}

const refused = (subject: string, message: string, next: string): PortError =>
  new PortError({ code: 'invalid', subject, message, next });

const inSection = (entry: Entry, section: string): Record<string, unknown> =>
  (entry[section] as Record<string, unknown> | undefined) ?? {};

/** The same entry with the paths in one of its sections made absolute. */
function withAbsolutePaths(entry: Entry, section: string, keys: readonly string[], directory: string): Entry {
  const values = { ...inSection(entry, section) };
  for (const key of keys) {
    const path = values[key];
    if (typeof path === 'string' && path !== '' && !isAbsolute(path)) values[key] = join(directory, path);
  }
  return { ...entry, [section]: values };
}

/** Many tools write kubeconfigs as JSON, which is also YAML; a YAML parser is loaded only for the others. */
async function parsed(text: string): Promise<unknown> {
  if (text.trimStart().startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch {
      // It may still be YAML that begins with a brace.
    }
  }
  const { parse } = await import('yaml');
  return parse(text);
}

async function readDocument(file: string): Promise<Document> {
  const subject = `kubeconfig ${file}`;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw refused(subject, `The file cannot be read (${code})`, 'Set KUBECONFIG to a readable file');
  }
  let document: unknown;
  try {
    document = await parsed(text);
  } catch {
    throw refused(subject, 'The file is not YAML', 'kubectl config view shows how it should look');
  }
  if (typeof document !== 'object' || document === null) throw refused(subject, 'The file is empty', 'Set KUBECONFIG');
  const { clusters = [], contexts = [], users = [], ...rest } = document as Document;
  const directory = dirname(file);
  return {
    ...rest,
    contexts,
    clusters: clusters.map((entry) => withAbsolutePaths(entry, 'cluster', ['certificate-authority'], directory)),
    users: users.map((entry) =>
      withAbsolutePaths(entry, 'user', ['client-certificate', 'client-key', 'tokenFile'], directory),
    ),
  };
}

/** As `kubectl` merges several files: the first that says something wins. */
function merged(documents: readonly Document[]): Document {
  const first = (entries: readonly Entry[]): Entry[] => {
    const byName = new Map<string, Entry>();
    for (const entry of entries) {
      const name = entry.name ?? '';
      if (!byName.has(name)) byName.set(name, entry);
    }
    return [...byName.values()];
  };
  const current = documents.map((document) => document['current-context']).find((name) => (name ?? '') !== '');
  return {
    ...(current === undefined ? {} : { 'current-context': current }),
    clusters: first(documents.flatMap(({ clusters = [] }) => clusters)),
    contexts: first(documents.flatMap(({ contexts = [] }) => contexts)),
    users: first(documents.flatMap(({ users = [] }) => users)),
  };
}

function fileOrData(subject: string, file: string | undefined, data: string | undefined): Buffer | undefined {
  if (data !== undefined && data !== '') return Buffer.from(data, 'base64');
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file);
  } catch {
    throw refused(subject, `${file} cannot be read`, 'Check the paths that the kubeconfig names');
  }
}

function serverOf(subject: string, cluster: ConfiguredCluster, rules: KubeconfigRules): URL {
  const server = URL.canParse(cluster.server) ? new URL(cluster.server) : undefined;
  if (server === undefined)
    throw refused(subject, 'The address of the server is not a URL', 'Correct clusters[].cluster.server');
  const plain = server.protocol !== 'https:';
  if ((plain || cluster.skipTLSVerify) && rules.insecure !== true) {
    const what = plain ? `speaks ${server.protocol}//` : 'says insecure-skip-tls-verify';
    throw refused(
      subject,
      `Cluster ${cluster.name} ${what}`,
      'Give certificate-authority-data, or allow it in the configuration',
    );
  }
  return server;
}

function proxyOf(subject: string, cluster: ConfiguredCluster, rules: KubeconfigRules): URL | undefined {
  if (cluster.proxyUrl === undefined || cluster.proxyUrl === '') return undefined;
  if (rules.proxyUrl !== true) {
    throw refused(
      subject,
      `Cluster ${cluster.name} says proxy-url`,
      'Use HTTPS_PROXY, or allow it in the configuration',
    );
  }
  const proxy = URL.canParse(cluster.proxyUrl) ? new URL(cluster.proxyUrl) : undefined;
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
    throw refused(subject, `The proxy-url of cluster ${cluster.name} is not an http or https URL`, 'Use such a proxy');
  }
  return proxy;
}

function identificationOf(subject: string, user: ConfiguredUser, raw: Entry, rules: KubeconfigRules): Identification {
  if (user.authProvider) {
    const next = 'Use a credential plugin (users[].user.exec); auth-provider was removed from Kubernetes 1.26';
    throw refused(subject, `User ${user.name} says auth-provider`, next);
  }
  const tokenFile = inSection(raw, 'user').tokenFile;
  if (typeof tokenFile === 'string' && tokenFile !== '') return { kind: 'token-file', file: tokenFile };
  if (user.token) return { kind: 'token', token: user.token };
  if (user.username) return { kind: 'basic', username: user.username, password: user.password ?? '' };
  if (!user.exec) return { kind: 'none' };
  const plugin = pluginEntry(user.exec);
  if (plugin === undefined)
    throw refused(subject, `User ${user.name} has an exec entry without a command`, 'Correct it');
  if (rules.plugins?.includes(plugin.command) !== true) {
    const message = `User ${user.name} wants to run the credential plugin ${plugin.command}, which is not listed`;
    throw refused(subject, message, 'List it in the configuration, if this program may be run with your credentials');
  }
  return { kind: 'plugin', plugin };
}

function impersonationOf(raw: Entry): Access['impersonate'] {
  const section = inSection(raw, 'user');
  if (typeof section.as !== 'string' || section.as === '') return undefined;
  const groups = Array.isArray(section['as-groups']) ? section['as-groups'].map(String) : [];
  return { user: section.as, groups, ...(typeof section['as-uid'] === 'string' ? { uid: section['as-uid'] } : {}) };
}

/** The entries that the current context names, by the client's own reading of a kubeconfig. */
function currentOf(subject: string, document: Document) {
  const name = document['current-context'];
  if (name === undefined) {
    throw refused(subject, 'No context is chosen', 'kubectl config use-context NAME (see kubectl config get-contexts)');
  }
  try {
    const context = newContexts(document.contexts).find((each) => each.name === name);
    const cluster = newClusters(document.clusters).find((each) => each.name === context?.cluster);
    const user = newUsers(document.users).find((each) => each.name === context?.user);
    const raw = document.users?.find((each) => each.name === context?.user);
    if (context !== undefined && cluster !== undefined) return { context, cluster, user, raw: raw ?? {} };
  } catch {
    throw refused(subject, 'An entry has no name, or lacks what it must have', 'kubectl config view shows the entries');
  }
  throw refused(
    subject,
    `Context ${name} names a cluster that is not there, or is not there itself`,
    'kubectl config get-contexts',
  );
}

/**
 * The access that kubeconfig files give, merged as `kubectl` merges them. There is no fallback: without a file, a current
 * context and a cluster it is an error, and whatever could run a program, weaken TLS or redirect traffic is refused
 * unless the rules allow it (trust.md §6).
 */
export async function accessFromKubeconfig(files: readonly string[], rules: KubeconfigRules = {}): Promise<Access> {
  if (files.length === 0) {
    throw refused(
      'kubeconfig',
      'No kubeconfig was given',
      'Set KUBECONFIG, or log in to the cluster in a step before this one',
    );
  }
  const subject = `kubeconfig ${files.join(':')}`;
  const { context, cluster, user, raw } = currentOf(subject, merged(await Promise.all(files.map(readDocument))));
  const ca = fileOrData(subject, cluster.caFile, cluster.caData);
  const cert = fileOrData(subject, user?.certFile, user?.certData);
  const key = fileOrData(subject, user?.keyFile, user?.keyData);
  const proxy = proxyOf(subject, cluster, rules);
  const impersonate = impersonationOf(raw);
  return {
    context: context.name,
    user: user?.name ?? '(none)',
    server: serverOf(subject, cluster, rules),
    verify: !cluster.skipTLSVerify,
    identification: user === undefined ? { kind: 'none' } : identificationOf(subject, user, raw, rules),
    ...(ca === undefined ? {} : { ca }),
    ...(cluster.tlsServerName === undefined ? {} : { serverName: cluster.tlsServerName }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(cert === undefined || key === undefined ? {} : { clientCertificate: { cert, key } }),
    ...(impersonate === undefined ? {} : { impersonate }),
  };
}

/** Where the kubelet puts a pod's own credentials. */
export const serviceAccountDirectory = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The access of the service account of the pod that we run in; host and port as its environment names them. */
export function accessInCluster(host: string, port: string, directory = serviceAccountDirectory): Access {
  const subject = `service account ${directory}`;
  const ca = fileOrData(subject, join(directory, 'ca.crt'), undefined);
  return {
    context: 'in-cluster',
    user: 'service account of this pod',
    server: new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`),
    verify: true,
    identification: { kind: 'token-file', file: join(directory, 'token') },
    ...(ca === undefined ? {} : { ca }),
  };
}
