import { resources } from '../../domain/kubernetes/resources.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import type { CertManagerOwner } from './observation.ts';

/** The Certificate that keeps a Secret; without cert-manager's resources in the cluster there is none. */
export async function readCertManagerOwner(
  { ports, platform }: TaskContext<'cluster'>,
  secret: string,
  name: string,
): Promise<CertManagerOwner> {
  try {
    const found = await ports.cluster.get(resources.certManagerCertificates, platform.namespace, name);
    if (found === undefined || found.spec.secretName !== secret) return { name };
    return { name, uid: found.metadata.uid };
  } catch (error) {
    if (error instanceof PortError && error.code === 'not-found') return { name };
    throw error;
  }
}
