import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import { certificateName, renewalRule, ruleFor } from '../../domain/certificate/renewal-rule.ts';
import { validityAt } from '../../domain/certificate/validity.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { ownersOf } from '../../domain/owner/owner.ts';
import type { BasisWriter } from '../../domain/plan/plan.ts';
import { type HeldSecret, leafOf } from '../../observation/certificates/held-secret.ts';
import { type RequiredHosts, readHosts } from '../../observation/certificates/read-hosts.ts';
import { readSecrets } from '../../observation/certificates/read-secrets.ts';
import { readTrust } from '../../observation/certificates/read-trust.ts';
import { writersBelow } from '../../observation/rollout/start-writers.ts';
import { attempt } from '../../observation/trouble.ts';
import { listWorkloads } from '../../observation/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import { readCertManagerOwner } from './cert-manager.ts';
import type { DueSecret, RenewalObservation } from './observation.ts';
import { readConsumers } from './read-consumers.ts';
import { renewalOf } from './renewal-of.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

/** Read every certificate that is held; of those that are due, who owns them, who issues them and who uses them. */
export async function observe(
  context: Context,
  inputs: { readonly 'handshake-timeout': number },
): Promise<RenewalObservation> {
  const trust = await readTrust(context);
  const hosts = await readHosts(context);
  const read = await readSecrets(context, trust.anchors, hosts);
  const rule = renewalRule(context);
  const due = read.secrets.flatMap((held) => {
    const leaf = leafOf(held);
    const isDue = leaf !== undefined && validityAt(leaf, context.now, ruleFor(held, rule)).state !== 'good';
    return isDue ? [{ held, leaf }] : [];
  });
  const seen: DueSecret[] = [];
  for (const { held, leaf } of due) seen.push(await readDue(context, held, leaf, hosts, inputs['handshake-timeout']));
  return {
    basis: basisOf(read.secrets, seen),
    writers: writersOf(read.secrets, seen),
    measurements: {
      ...read,
      due: seen,
      trust,
      ...(hosts.trouble === undefined ? {} : { hostsTrouble: hosts.trouble }),
    },
  };
}

async function readDue(
  context: Context,
  held: HeldSecret,
  leaf: Certificate,
  hosts: RequiredHosts,
  handshakeMs: number,
): Promise<DueSecret> {
  const { cluster } = context.ports;
  const { platform } = context;
  const { name } = held;
  context.progress(`renew-certificates: looking at what uses secret/${name}`);
  const ingresses = [...new Set((hosts.byIngress[name] ?? []).map(({ ingress }) => ingress))];
  const base = { held, leaf, ingresses };
  const got = await attempt(`secret/${name}`, async () => {
    const metadata = await cluster.metadata(resources.secrets, platform.namespace, name);
    const question = { field: ['f:data', 'f:tls.crt'], settled: platform.workloads.fieldManagers };
    const { rules } = renewalOf(platform, name);
    const wanted = { secret: name, leaf, handshakeMs, ...(rules?.ports === undefined ? {} : { ports: rules.ports }) };
    const certificate = metadata?.annotations?.[certificateName];
    return {
      ...(certificate === undefined ? {} : { certManager: await readCertManagerOwner(context, name, certificate) }),
      owners: metadata === undefined || certificate !== undefined ? [] : ownersOf({ metadata }, question),
      consumers: await readConsumers(context, await listWorkloads(cluster, platform.namespace), wanted),
      authority: await readAuthority(context, held, leaf),
    };
  });
  if ('trouble' in got) return { ...base, owners: [], consumers: [], trouble: got.trouble };
  const { authority, ...rest } = got.value;
  return { ...base, ...rest, ...(authority === undefined ? {} : { authority }) };
}

/**
 * The certificate of the authority that is to issue, without its key: from where the configuration says that it can be read
 * (rejects when it cannot), else what the present chain carries. Of several of one subject the one that ends first.
 */
async function readAuthority(context: Context, held: HeldSecret, leaf: Certificate): Promise<Certificate | undefined> {
  const { issuer } = renewalOf(context.platform, held.name);
  if (issuer?.kind !== 'authority') return undefined;
  const told = issuer.public === undefined ? undefined : await readTrust(context, [issuer.public]);
  const [trouble] = told?.troubles ?? [];
  if (trouble !== undefined) throw new PortError(trouble);
  const known = told?.anchors ?? readable(held.certificates?.content ?? noContent);
  const authorities = known.filter((each) => each.authority).sort((a, b) => a.notAfter - b.notAfter);
  const [first] = authorities.filter((each) => each.subjectName === leaf.issuerName);
  return first ?? (told === undefined ? undefined : authorities[0]);
}

const noContent = { certificates: [], otherBlocks: [], unread: 0 };

/** Who wrote what a renewal rests on. */
const writersOf = (secrets: readonly HeldSecret[], due: readonly DueSecret[]): readonly BasisWriter[] => [
  ...secrets.flatMap(({ name, object }) =>
    object?.writer === undefined ? [] : [{ path: `secrets.${name}`, ...object.writer }],
  ),
  ...due.flatMap(({ held, consumers }) =>
    consumers.flatMap(({ writers = [] }, place) => writersBelow(`due.${held.name}.consumers.${place}.start`, writers)),
  ),
];

/** What a renewal rests on: which Secret in which version, which pods start from what, and who issues. */
function basisOf(secrets: readonly HeldSecret[], due: readonly DueSecret[]): RenewalObservation['basis'] {
  return {
    secrets: Object.fromEntries(
      secrets.map((secret) => [
        secret.name,
        { version: secret.object?.resourceVersion ?? secret.state, leaf: leafOf(secret)?.fingerprint ?? null },
      ]),
    ),
    due: Object.fromEntries(
      due.map(({ held, owners, consumers, authority, certManager }) => [
        held.name,
        {
          owners: owners.map((owner) => owner.name),
          authority: authority?.fingerprint ?? null,
          certificate: certManager?.uid ?? null,
          consumers: consumers.map(({ ref, ports, mark, notRolled = null, start = null }) => ({
            uid: ref.uid,
            ports: [...ports],
            mark,
            notRolled,
            start,
          })),
        },
      ]),
    ),
  };
}
