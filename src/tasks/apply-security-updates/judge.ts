import type { ImagePlatform } from '../../domain/image/platforms.ts';
import type { TrustRules } from '../../domain/image/trust.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { type ImagesByContainer, imagesOf } from '../../domain/rollout/images-of.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';
import type { SeenTarget } from '../../observation/target/read-target.ts';
import type { PlanContext } from '../contract.ts';
import { type Choice, choosePatch } from './choose.ts';
import type { inputs } from './inputs.ts';
import { isTrouble, type Seen } from './observation.ts';
import { obstacleTo } from './obstacles.ts';

/** What `plan` may know besides the observation. */
export type Context = PlanContext<typeof inputs>;

/** What is to be done about one workload. */
export interface JudgedWorkload {
  readonly subject: string;
  readonly target: SeenTarget;
  /** Images by container that change, before and after; empty: none. */
  readonly from: ImagesByContainer;
  readonly to: ImagesByContainer;
  /** Why each may go out and what it fixes, by container. */
  readonly trust: Readonly<Record<string, string>>;
  /** Why it is not updated although there is something newer. */
  readonly refusal?: Refusal;
}

/** Choices by the text of the image. */
export type Choices = Readonly<Record<string, Choice>>;

/** The rules of trust, from configuration and inputs. */
export function trustRules({ platform, inputs, now }: Context): TrustRules {
  return {
    now,
    seenForMs: inputs['seen-for'],
    minimumAgeMs: inputs['minimum-age'],
    signatureRequired: platform.images.signatures === 'required',
    accepted: Object.fromEntries(platform.images.accept.map(({ image, reason }) => [image, reason])),
  };
}

/** What becomes of each image; none where nodes or our own record could not be read: without them nothing is decided. */
export function choicesOf({ images, platforms, record }: Seen, context: Context): Choices {
  if (isTrouble(platforms) || isTrouble(record)) return {};
  const choosing = {
    platforms: platforms as readonly ImagePlatform[],
    record: record as Pick<StateDocuments, 'images' | 'quarantine'>,
    rules: trustRules(context),
  };
  return Object.fromEntries(
    Object.entries(images).flatMap(([text, image]) =>
      image.kind === 'looked-up' && image.found.current !== undefined
        ? [[text, choosePatch(image.reference, image.found, choosing)]]
        : [],
    ),
  );
}

/** Which images of a workload change, and what is in the way. */
export function judgeWorkload(
  subject: string,
  target: SeenTarget,
  choices: Choices,
  { platform }: Context,
): JudgedWorkload {
  const from: Record<string, string> = {};
  const to: Record<string, string> = {};
  const trust: Record<string, string> = {};
  for (const [container, image] of Object.entries(imagesOf(target.workload.spec.template.spec))) {
    const choice = choices[image];
    if (choice?.to === undefined) continue;
    from[container] = image;
    to[container] = choice.to;
    trust[container] = [choice.trust ?? '', ...(choice.scan === undefined ? [] : [choice.scan])].join('; ');
  }
  const refusal = Object.keys(to).length === 0 ? undefined : obstacleTo(target, to, platform);
  return { subject, target, from, to, trust, ...(refusal === undefined ? {} : { refusal }) };
}
