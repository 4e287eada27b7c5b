import { z } from 'zod';
import { section } from '../section.ts';
import { host, label, plainName, port, selector, text } from '../values.ts';

const linkSpeed = text(
  'Speed of the link.',
  { says: 'is not a link speed', allowed: 'Mbit or Gbit a second, such as 10Gbit' },
  (value) => /^[1-9][0-9]{0,5}(Mbit|Gbit)$/.test(value),
  '^[1-9][0-9]{0,5}(Mbit|Gbit)$',
).transform((value) => Number.parseInt(value, 10) * (value.endsWith('Gbit') ? 1e9 : 1e6));

/** What is known of the network. */
export const network = section('What is known of the network.', {
  links: z
    .record(plainName('A node, or `default`.'), linkSpeed)
    .describe(
      'Speed of the link of each node (or `default`); bits a second in code. Without it the share in use is unknown.',
    )
    .prefault({}),
  'latency-targets': z
    .array(
      section('Two ends between which the round trip is measured.', {
        name: plainName('Name in the report.'),
        from: z
          .union([
            z.literal('runner'),
            section('Pods to measure from.', {
              selector: selector('Labels of the pods.'),
              container: label('Container.').exactOptional(),
            }),
          ])
          .describe('`runner`, or pods.')
          .default('runner'),
        host: host('Host name or IP address of the other end.'),
        port: port('Port of the other end.'),
      }),
    )
    .max(50)
    .describe('Default: runner → gateway and gateway pod → database.')
    .exactOptional(),
});

/** What must be resolvable from inside the cluster. */
export const dns = section('Name resolution from inside the cluster.', {
  names: z
    .array(host('A name that must resolve.'))
    .min(1)
    .max(20)
    .describe('Names that must resolve in a pod.')
    .default(['kubernetes.default.svc.cluster.local']),
  image: plainName('Image of the probe pod; it must have a shell and nslookup.').default(
    'docker.io/library/busybox:1.37.0',
  ),
});
