import type { KubernetesCluster } from '../../adapters/kubernetes/kubernetes-cluster.ts';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import { systemClock } from '../clock.ts';
import type { Process } from '../process.ts';

/** Connect to the cluster that the environment names; the adapter and its client are loaded only now. */
export async function connectCluster(
  self: Process,
  { kubeconfig }: Pick<Configuration, 'kubeconfig'>,
  task?: string,
): Promise<KubernetesCluster> {
  const { connectKubernetes } = await import('../../adapters/kubernetes/connect.ts');
  const { environment } = self;
  const variable = (name: string) => environment.variables[name];
  const host = variable('KUBERNETES_SERVICE_HOST');
  const port = variable('KUBERNETES_SERVICE_PORT');
  return connectKubernetes({
    clock: systemClock,
    random: Math.random,
    task,
    kubeconfig: environment.kubeconfig,
    rules: { plugins: kubeconfig.plugins, proxyUrl: kubeconfig.proxyUrl, insecure: kubeconfig.insecure },
    inCluster: host && port ? { host, port } : undefined,
    proxy: definedOf({
      httpsProxy: variable('HTTPS_PROXY') ?? variable('https_proxy'),
      noProxy: variable('NO_PROXY') ?? variable('no_proxy'),
    }),
    pluginEnvironment: definedOf(
      Object.fromEntries(['PATH', 'HOME', ...kubeconfig.pluginEnvironment].map((name) => [name, variable(name)])),
    ) as Record<string, string>,
    signal: self.signal,
  });
}

/** The entries that are there. */
function definedOf<T extends Record<string, string | undefined>>(entries: T): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
