import type { Finding } from '../../domain/finding/finding.ts';
import { parseTag } from '../../domain/image/tag.ts';
import { imagesOf } from '../../domain/rollout/images-of.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';
import { recordedDigests, type SeenImage } from '../../domain/state/images.ts';
import { type LookedUp, seenOf, type TaggedReference } from '../../observation/image/look-up-image.ts';
import type { Choices, Context } from './judge.ts';
import { isTrouble, type Seen, type SeenReference } from './observation.ts';

/** What is to be said of the images themselves, whatever becomes of the workloads. */
export function imageFindings(seen: Seen, choices: Choices, context: Context): readonly Finding[] {
  return Object.entries(seen.images).flatMap(([text, image]) => {
    if (image.kind !== 'looked-up') return troubleFindings(text, image);
    return [
      ...tagFindings(text, image.reference),
      ...beyondAPatch(image.reference, image.found),
      ...uselessPatches(image.reference, choices[text]),
      ...movedTags(image.reference, image.found, seen, context),
    ];
  });
}

function troubleFindings(text: string, image: Exclude<SeenReference, { kind: 'looked-up' }>): readonly Finding[] {
  switch (image.kind) {
    case 'unreadable':
      return [
        {
          code: 'image-unreadable',
          severity: 'warn',
          subject: `image ${text.slice(0, 200)}`,
          title: 'image name cannot be understood, so the image is not kept up to date',
          evidence: 'it is no reference of the form registry/repository:tag@sha256:…',
          next: 'correct the name in the workload',
        },
      ];
    case 'untagged':
      return [
        {
          code: 'image-without-tag',
          severity: 'warn',
          subject: `image ${text.slice(0, 200)}`,
          title: 'image has a digest and no tag, so nobody can tell which its next patch is',
          evidence: 'its name holds a digest alone',
          next: 'deploy it as name:tag@digest once; updates keep that form',
        },
      ];
    case 'trouble':
      return [
        {
          code: 'registry-not-asked',
          severity: 'unknown',
          subject: `image ${image.reference.name}`,
          title: 'whether there is a security patch is not known',
          evidence: image.trouble.message,
          next: image.trouble.next ?? 'look at the registry, and run the task again',
        },
      ];
  }
}

function tagFindings(text: string, { name, tag }: TaggedReference): readonly Finding[] {
  const version = parseTag(tag);
  if (version !== undefined && (version.parts.length >= 2 || version.preRelease)) return [];
  return [
    {
      code: 'floating-tag',
      severity: 'warn',
      subject: `image ${name}`,
      title: 'tag is no version, so no rule says which its next patch is',
      evidence: `tag ${tag} of ${text.includes('@') ? 'a pinned image' : 'an image that is not pinned'}`,
      next: 'deploy a whole version such as 1.4.2, pinned as name:tag@digest',
    },
  ];
}

function beyondAPatch({ name, tag }: TaggedReference, { minor, major }: LookedUp): readonly Finding[] {
  const newer = [minor, major].filter((one) => one !== undefined);
  if (newer.length === 0) return [];
  return [
    {
      code: 'beyond-a-patch',
      severity: 'info',
      subject: `image ${name}`,
      title: 'a newer version goes beyond a patch: it is left to apply-major-updates',
      evidence: `${tag} is deployed; newer: ${newer.join(', ')}`,
      next: 'allow it for apply-major-updates, after its release notes were read',
    },
  ];
}

function uselessPatches({ name }: TaggedReference, choice: Choices[string] | undefined): readonly Finding[] {
  const useless = (choice?.rejected ?? []).filter(({ code }) => code === 'fixes-nothing');
  if (useless.length === 0) return [];
  return [
    {
      code: 'patch-fixes-nothing',
      severity: 'info',
      subject: `image ${name}`,
      title: 'a newer patch fixes no known vulnerability, so nothing is restarted for it',
      evidence: useless.map(({ tag, why }) => `${tag}: ${why}`).join('; '),
      next: 'nothing; to have it all the same, deploy it as a release',
    },
  ];
}

/** Tags that stand for another digest than before: somebody has pushed over a version, which no good release process does. */
function movedTags(reference: TaggedReference, found: LookedUp, seen: Seen, { platform }: Context): readonly Finding[] {
  const accepted = new Set(platform.images.accept.map(({ image }) => image));
  const record = isTrouble(seen.record) ? {} : seen.record.images;
  return seenOf(reference, found)
    .filter(({ repository, digest }) => !accepted.has(`${repository}@${digest}`))
    .flatMap((image) => {
      const before = formerDigest(image, reference, found, seen, record);
      return before === undefined ? [] : [movedTag(image, before)];
    });
}

function formerDigest(
  image: SeenImage,
  reference: TaggedReference,
  { current }: LookedUp,
  seen: Seen,
  record: StateDocuments['images'],
): string | undefined {
  const recorded = recordedDigests(record, image).find((digest) => digest !== image.digest);
  if (recorded !== undefined || image.tag !== reference.tag) return recorded;
  const known: readonly string[] = current?.digests ?? [];
  return runningDigests(reference, seen).find((digest) => !known.includes(digest));
}

/** Digests that ready pods run of an image that is deployed by this very tag. */
function runningDigests(reference: TaggedReference, { workloads }: Seen): readonly string[] {
  const written = `${reference.name}:${reference.tag}`;
  return workloads.flatMap((workload) => {
    if (!('target' in workload)) return [];
    const { workload: object, start } = workload.target;
    return Object.entries(imagesOf(object.spec.template.spec)).flatMap(([container, text]) =>
      text.replace(/@.*$/, '') === written ? (start.digests[container] ?? []) : [],
    );
  });
}

const movedTag = ({ repository, tag, digest }: SeenImage, before: string): Finding => ({
  code: 'tag-moved',
  severity: 'fail',
  subject: `image ${repository}:${tag}`,
  title: 'tag stands for another image than before: somebody has pushed over it',
  evidence: `now ${digest.slice(0, 19)}…, before ${before.slice(0, 19)}…`,
  next: `find out who pushed it and why; if it is right, accept \`${repository}@${digest}\` with a reason under \`platform.images.accept\``,
});
