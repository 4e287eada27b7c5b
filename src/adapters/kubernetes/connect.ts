import type { KubeconfigRules } from './access.ts';
import type { ClientOptions } from './client.ts';
import { accessFromKubeconfig, accessInCluster } from './kubeconfig.ts';
import { KubernetesCluster } from './kubernetes-cluster.ts';

/** Which cluster, and how to speak to it. The runtime fills this from the environment and the configuration. */
export interface KubernetesConnection extends ClientOptions {
  /** The value of `KUBECONFIG`: files separated by colons. Wins over {@link inCluster}. */
  readonly kubeconfig?: string | undefined;
  readonly rules?: KubeconfigRules | undefined;
  /** `KUBERNETES_SERVICE_HOST` and `_PORT`, where the run is itself a pod. */
  readonly inCluster?: { readonly host: string; readonly port: string } | undefined;
}

/**
 * The cluster that a kubeconfig or the pod's own service account names. Nothing is sent yet. Rejects with a PortError (`invalid`)
 * that says what is wrong with the kubeconfig, or that there is none: no other place is ever tried.
 */
export async function connectKubernetes(connection: KubernetesConnection): Promise<KubernetesCluster> {
  const { kubeconfig = '', inCluster, rules } = connection;
  const files = kubeconfig.split(':').filter((file) => file !== '');
  const access =
    files.length === 0 && inCluster !== undefined
      ? accessInCluster(inCluster.host, inCluster.port)
      : await accessFromKubeconfig(files, rules);
  return new KubernetesCluster(access, connection);
}
