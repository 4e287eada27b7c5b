import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Process } from '../process.ts';

/** Where a secret value is: a key of a Secret in the platform's namespace. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}

/** Shorter values would mask ordinary text everywhere; as passwords they protect nothing. */
const shortest = 4;

/**
 * Read one value of a Secret. It is masked in the runner's log and redacted from everything this process writes, before
 * anybody else sees it.
 */
export async function readSecret(self: Process, cluster: Cluster, namespace: string, at: SecretKey): Promise<string> {
  const subject = `secret/${at.secret}`;
  const secret = await cluster.get(resources.secrets, namespace, at.secret);
  const encoded = secret?.data?.[at.key];
  if (encoded === undefined) {
    throw new PortError({
      code: 'not-found',
      subject,
      message:
        secret === undefined
          ? `${subject} does not exist in ${namespace}`
          : `${subject} in ${namespace} has no key ${at.key}`,
      next: `create it, or name another in .github/maintenance.yml: ${kubectl(namespace)`get secret ${at.secret}`}`,
    });
  }
  const value = Buffer.from(encoded, 'base64').toString('utf8');
  if (value.length < shortest) {
    throw new PortError({
      code: 'invalid',
      subject,
      message: `key ${at.key} of ${subject} is shorter than ${shortest} characters: too short to be kept out of logs`,
      next: 'set a longer one',
    });
  }
  maskSecret(self, value);
  return value;
}

/** Keep a value out of everything: our own writers, and the runner's log. */
export function maskSecret(self: Process, value: string): void {
  for (const form of self.redactor.add(value)) if (self.environment.onRunner) self.stdout.mask(form);
}

/** Read a public text (certificates): from a ConfigMap or a Secret, without masking it. */
export async function readText(
  cluster: Cluster,
  namespace: string,
  at: { readonly kind: 'Secret' | 'ConfigMap'; readonly name: string; readonly key: string },
): Promise<string> {
  const object =
    at.kind === 'Secret'
      ? await cluster.get(resources.secrets, namespace, at.name)
      : await cluster.get(resources.configMaps, namespace, at.name);
  const value = object?.data?.[at.key];
  if (value !== undefined) return at.kind === 'Secret' ? Buffer.from(value, 'base64').toString('utf8') : value;
  const subject = `${at.kind.toLowerCase()}/${at.name}`;
  throw new PortError({
    code: 'not-found',
    subject,
    message: `${subject} in ${namespace} does not exist or has no key ${at.key}`,
    next: 'create it, or name another in .github/maintenance.yml',
  });
}
