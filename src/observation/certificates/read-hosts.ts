import { resources } from '../../domain/kubernetes/resources.ts';
import type { TaskContext } from '../../ports/context.ts';
import { type Trouble, troubleOf } from '../trouble.ts';

/** Hosts that a Secret's certificate must cover. */
export interface RequiredHosts {
  /** By Secret: hosts of Ingresses, each with where it stands. */
  readonly byIngress: Readonly<Record<string, readonly { readonly host: string; readonly ingress: string }[]>>;
  readonly trouble?: Trouble;
}

/** The hosts for which Ingresses use each Secret. Names from Ingresses are somebody's text: cut at 253 characters. */
export async function readHosts(context: TaskContext<'cluster'>): Promise<RequiredHosts> {
  const { namespace } = context.platform;
  const byIngress: Record<string, { host: string; ingress: string }[]> = Object.create(null);
  try {
    for await (const ingress of context.ports.cluster.list({ resource: resources.ingresses, namespace })) {
      for (const { secretName, hosts } of ingress.spec.tls ?? []) {
        if (secretName === undefined) continue;
        const ruleHosts = (ingress.spec.rules ?? []).flatMap((rule) => (rule.host === undefined ? [] : [rule.host]));
        const wanted = hosts === undefined || hosts.length === 0 ? ruleHosts : hosts;
        byIngress[secretName] ??= [];
        byIngress[secretName].push(
          ...wanted.map((host) => ({ host: host.slice(0, 253), ingress: `ingress/${ingress.metadata.name}` })),
        );
      }
    }
  } catch (error) {
    return { byIngress, trouble: troubleOf(error, `ingresses in ${namespace}`) };
  }
  return { byIngress };
}
