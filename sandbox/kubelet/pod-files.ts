/** The files that every container of a pod finds in /etc. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_DOMAIN } from '../network.ts';
import type { Pod } from './objects.ts';

/** Writes them below `folder`; resolves names to paths of the machine. */
export function writePodFiles(folder: string, pod: Pod, podIP: string, dns: string): Record<string, string> {
  const { name, namespace } = pod.metadata;
  const hostname = pod.spec.hostname ?? name;
  const full = pod.spec.subdomain ? `${hostname}.${pod.spec.subdomain}.${namespace}.svc.${CLUSTER_DOMAIN}` : '';
  const texts: Record<string, string> = {
    hosts: `127.0.0.1\tlocalhost\n${podIP}\t${[full, hostname].filter(Boolean).join('\t')}\n`,
    hostname: `${hostname}\n`,
    'resolv.conf': [
      `nameserver ${dns}`,
      `search ${namespace}.svc.${CLUSTER_DOMAIN} svc.${CLUSTER_DOMAIN} ${CLUSTER_DOMAIN}`,
      'options ndots:5',
      '',
    ].join('\n'),
  };
  const etc = join(folder, 'etc');
  mkdirSync(etc, { recursive: true });
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => {
      writeFileSync(join(etc, file), text, { mode: 0o644 });
      return [file, join(etc, file)];
    }),
  );
}
