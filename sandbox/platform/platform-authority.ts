/** The platform's authority as it is kept in the cluster. */
import type { Cluster } from './cluster.ts';
import { secretValue } from './database.ts';
import { PlatformAuthority } from './pki.ts';

/** The Secret that holds it: `root.crt`, `tls.crt` (what issues), `tls.key`. */
export const AUTHORITY_SECRET = 'phoenix-issuing-ca';

/** Reads the authority's certificates and key. */
export async function platformAuthority(cluster: Cluster): Promise<PlatformAuthority> {
  const part = (key: string): Promise<string> => secretValue(cluster, AUTHORITY_SECRET, key);
  return PlatformAuthority.load({
    root: await part('root.crt'),
    intermediate: await part('tls.crt'),
    key: await part('tls.key'),
  });
}
