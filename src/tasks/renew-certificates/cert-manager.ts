import type { RenewalRule } from '../../domain/certificate/validity.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { HeldSecret } from '../../observation/certificates/held-secret.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import type { CertManagerOwner } from './observation.ts';

/** The annotation by which cert-manager marks its Secrets. */
export const certificateName = 'cert-manager.io/certificate-name';

/** cert-manager does not wait for windows: its certificates are due by days and share alone. */
export function ruleFor({ renewedBy }: Pick<HeldSecret, 'renewedBy'>, rule: RenewalRule): RenewalRule {
  return renewedBy === undefined ? rule : { ...rule, openings: [] };
}

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
