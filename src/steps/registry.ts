// Written by `npm run sync`. Do not edit.
import type { StepKind } from '../domain/step/kinds.ts';
import type { StepExecutor } from './executor.ts';

type Loaders = { readonly [K in StepKind]: () => Promise<unknown> };

const loaders: Loaders = {
  'delete-files': async () => (await import('./delete-files.ts')).default,
  'dry-run-manifests': async () => (await import('./dry-run-manifests.ts')).default,
  'expand-volume': async () => (await import('./expand-volume.ts')).default,
  'expire-stale-keys': async () => (await import('./expire-stale-keys.ts')).default,
  'issue-certificate': async () => (await import('./issue-certificate.ts')).default,
  'probe-database-write': async () => (await import('./probe-database-write.ts')).default,
  'probe-network': async () => (await import('./probe-network.ts')).default,
  'purge-cache-memory': async () => (await import('./purge-cache-memory.ts')).default,
  'read-backup': async () => (await import('./read-backup.ts')).default,
  'record-images': async () => (await import('./record-images.ts')).default,
  'reload-consumers': async () => (await import('./reload-consumers.ts')).default,
  'renew-by-cert-manager': async () => (await import('./renew-by-cert-manager.ts')).default,
  'restart-workload': async () => (await import('./restart-workload.ts')).default,
  'restore-drill': async () => (await import('./restore-drill.ts')).default,
  'rotate-logs': async () => (await import('./rotate-logs.ts')).default,
  'scale-workload': async () => (await import('./scale-workload.ts')).default,
  'set-image': async () => (await import('./set-image.ts')).default,
  'set-resources': async () => (await import('./set-resources.ts')).default,
  'set-table-options': async () => (await import('./set-table-options.ts')).default,
  'vacuum-table': async () => (await import('./vacuum-table.ts')).default,
  'write-certificate': async () => (await import('./write-certificate.ts')).default,
};

/** Load the execution of a step kind. */
export async function loadStep<K extends StepKind>(kind: K): Promise<StepExecutor<K>> {
  return (await loaders[kind]()) as StepExecutor<K>;
}
