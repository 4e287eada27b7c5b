import type { z } from 'zod';
import { backups } from './platform/backups.ts';
import { capacity } from './platform/capacity.ts';
import { certificates } from './platform/certificates.ts';
import { images, registries } from './platform/images.ts';
import { dns, network, nodes } from './platform/network.ts';
import { cache, database, prometheus } from './platform/stores.ts';
import { logs, temporaryFiles, workloads } from './platform/workloads.ts';
import { section } from './section.ts';
import { label, plainName } from './values.ts';

/** The platform: where everything is and what it is called. */
export const platform = section(
  'The platform: where everything is and what it is called. The defaults are the names of the guide.',
  {
    name: plainName('Name of the platform in reports.').default('phoenix-rooivalk'),
    cluster: plainName("Name of the cluster in reports. Default: the kubeconfig's context.").exactOptional(),
    context: plainName(
      "The cluster's context in engineers' kubeconfigs, as commands for people name it. Default: that of the job's kubeconfig.",
    ).exactOptional(),
    namespace: label('Namespace that the platform runs in.').default('phoenix-rooivalk'),
    workloads: workloads.prefault({}),
    logs,
    'temporary-files': temporaryFiles,
    database: database.prefault({}),
    cache: cache.prefault({}),
    certificates: certificates.prefault({}),
    prometheus: prometheus.prefault({}),
    images: images.prefault({}),
    registries,
    backups: backups.prefault({}),
    network: network.prefault({}),
    nodes: nodes.prefault({}),
    capacity: capacity.prefault({}),
    dns: dns.prefault({}),
  },
);

/** The platform as code sees it: every default filled in, durations in milliseconds, keys in camel case. */
export type Platform = z.output<typeof platform>;
