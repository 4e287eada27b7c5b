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
  connections: z
    .array(
      section('What must accept a connection from a pod.', {
        name: plainName('Name in the report.'),
        host: host('Host name, whole (a Service: name.namespace.svc.cluster.local), or IP address.'),
        port: port('Port, of the Service where it is one.'),
      }),
    )
    .max(10)
    .describe(
      'What must accept a connection from a pod; an empty list tries none. Default: database, cache and gateway, at their addresses or at the Services of their names. Where network policies admit certain pods alone, admit the label app.kubernetes.io/name=rooivalk-network-probe.',
    )
    .exactOptional(),
});

/** How nodes are looked at. */
export const nodes = section('How nodes are looked at.', {
  'kubelet-summary': z
    .boolean()
    .describe(
      'Ask the kubelet of a node how full its disks are, where neither Prometheus nor df in a pod knows. The right for it (get on nodes/proxy) is as good as root: whoever has it can run commands in every container of every node.',
    )
    .default(false),
});

/** What must be resolvable from inside the cluster. */
export const dns = section('Name resolution from inside the cluster.', {
  names: z
    .array(host('A name that must resolve.'))
    .min(1)
    .max(20)
    .describe('Names that must resolve in a pod.')
    .default(['kubernetes.default.svc.cluster.local']),
  image: plainName('Image of the probe pod; it must have timeout, nslookup and nc.').default(
    'docker.io/library/busybox:1.37.0',
  ),
});
