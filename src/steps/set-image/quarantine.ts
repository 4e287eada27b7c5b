import { parseReference, repositoryOf } from '../../domain/image/reference.ts';
import type { PodTrouble } from '../../domain/rollout/trouble.ts';
import type { BadImage } from '../../domain/state/images.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import { imagesOfStep, type SetImageStep } from './patch-images.ts';

type Context = Pick<TaskContext<'registry' | 'imageRecord'>, 'ports'>;

const pulling = /^(ErrImagePull|ImagePullBackOff)$/;

/**
 * Keep the images that failed from being tried again next week. Not when it was not their fault: no node had room, or they
 * could not be pulled because their registry does not answer just now. Answers what a reader is told of it.
 */
export async function quarantineImages(
  context: Context,
  step: SetImageStep,
  why: string,
  troubles: readonly PodTrouble[],
): Promise<string> {
  if (troubles.length > 0 && troubles.every(({ reason }) => reason === 'Unschedulable')) {
    return 'its images are not in quarantine: no node had room for its pods';
  }
  const bad = changedImages(step, why);
  if (troubles.some(({ reason }) => pulling.test(reason)) && !(await registriesAnswer(context, bad))) {
    return 'its images are not in quarantine: their registry does not answer';
  }
  try {
    await context.ports.imageRecord.quarantine(bad);
    return `${bad.map(({ digest }) => digest.slice(0, 19)).join(', ')} will not be tried again`;
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    return `its images could not be put into quarantine (${error.message})`;
  }
}

function changedImages(step: SetImageStep, why: string): readonly BadImage[] {
  const { to } = imagesOfStep(step);
  const bad = Object.values(to).flatMap((image): readonly BadImage[] => {
    const reference = parseReference(image);
    if (reference?.digest === undefined) return [];
    return [{ repository: repositoryOf(reference), digest: reference.digest, subject: step.subject, why }];
  });
  return [...new Map(bad.map((image) => [`${image.repository}@${image.digest}`, image])).values()];
}

async function registriesAnswer({ ports }: Context, images: readonly BadImage[]): Promise<boolean> {
  for (const { repository, digest } of images) {
    const slash = repository.indexOf('/');
    const at = { registry: repository.slice(0, slash), repository: repository.slice(slash + 1) };
    try {
      await ports.registry.resolve(at, digest);
    } catch (error) {
      if (error instanceof PortError && error.code !== 'cancelled') return false;
      throw error;
    }
  }
  return true;
}
