import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { imagesOf } from '../../domain/rollout/images-of.ts';
import type { Choices, Context } from './judge.ts';
import { isTrouble, type Seen, type SeenWorkload } from './observation.ts';

/** What could not be read at all. */
export function readingFindings(seen: Seen, { platform }: Context): readonly Finding[] {
  const { platforms, record, workloads } = seen;
  const findings = workloads.flatMap((workload) => unreadWorkload(workload, platform.namespace));
  for (const [subject, title, read] of [
    ['nodes', 'for which platforms images must exist is not known', platforms],
    ['our own record of images', 'which images are known, and which have failed, is not known', record],
  ] as const) {
    if (!isTrouble(read)) continue;
    const next = read.next ?? 'run the task again';
    findings.push({ code: 'cannot-decide', severity: 'unknown', subject, title, evidence: read.message, next });
  }
  return findings;
}

function unreadWorkload(workload: SeenWorkload, namespace: string): Finding[] {
  const { subject } = workload;
  if ('missing' in workload) {
    return [
      {
        code: 'workload-missing',
        severity: 'warn',
        subject,
        title: 'workload does not exist, so there is nothing to keep up to date',
        evidence: `named in the configuration, not in namespace ${namespace}`,
        next: `deploy it, or correct its name under \`platform\` in .github/maintenance.yml`,
      },
    ];
  }
  if (!('trouble' in workload)) return [];
  const { code, message, next } = workload.trouble;
  const isSecret = code === 'forbidden' && /\bsecrets\b/.test(message);
  return [
    {
      code: 'workload-not-read',
      severity: 'unknown',
      subject,
      title: 'what its pods start from could not be read, so it is not updated',
      evidence: message,
      next: isSecret
        ? `list the Secret under \`platform.workloads.secrets\` in .github/maintenance.yml, and apply \`npm run rbac\` again (nothing but its version is read); ${next ?? ''}`
        : (next ?? kubectl(namespace)`get ${subject}`),
    },
  ];
}

/** A refusal for each image that has newer patches which may not go out, and for each whose tag its registry does not know. */
export function imageRefusals(seen: Seen, choices: Choices): readonly Refusal[] {
  return seen.workloads.flatMap((workload) => {
    if (!('target' in workload)) return [];
    const images = imagesOf(workload.target.workload.spec.template.spec);
    return Object.entries(images).flatMap(([container, text]) =>
      refusalOf(`${workload.subject}, container ${container}`, text, seen, choices),
    );
  });
}

function refusalOf(subject: string, text: string, { images }: Seen, choices: Choices): readonly Refusal[] {
  const image = images[text];
  if (image?.kind !== 'looked-up') return [];
  if (image.found.current === undefined) {
    return [
      {
        subject,
        rule: 'an image is updated from a tag that its registry knows',
        state: `the registry does not know ${image.reference.name}:${image.reference.tag}`,
        next: 'deploy a tag that exists: after a restart on a fresh node, this one could not even be pulled',
      },
    ];
  }
  const choice = choices[text];
  const rejected = (choice?.rejected ?? []).filter(({ code }) => code !== 'nothing-new' && code !== 'fixes-nothing');
  if (choice === undefined || rejected.length === 0) return [];
  const instead = choice.tag === undefined ? '' : `; ${choice.tag} goes out instead`;
  return [
    {
      subject,
      rule: 'without approval an image goes out only if it is for every platform in use, not in quarantine, and signed by a trusted key or known to our own record long enough',
      state: `${rejected
        .slice(0, 3)
        .map(({ tag, why }) => `${tag}: ${why}`)
        .join('; ')}${instead}`,
      next: nextAfter(rejected[0]?.code),
    },
  ];
}

function nextAfter(code: NonNullable<Choices[string]>['rejected'][number]['code'] | undefined): string {
  switch (code) {
    case 'platform-missing':
      return 'build the image for every platform of the nodes';
    case 'quarantined':
      return 'fix it with a newer patch; if it was not the image, accept it with a reason under `platform.images.accept`';
    case 'moved-tag':
      return 'find out who pushed over the tag; a release that is right gets a tag of its own';
    default:
      return 'nothing: a later opening takes it; to have it at once, sign it (cosign) with a key under `platform.images.keys`';
  }
}
