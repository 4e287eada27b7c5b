import { parseReference, repositoryOf } from '../../domain/image/reference.ts';
import type { Suspects } from '../../domain/rollout/suspects.ts';
import type { PodTrouble } from '../../domain/rollout/trouble.ts';
import type { BadImage } from '../../domain/state/images.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import { imagesOfStep, type SetImageStep } from './patch-images.ts';

type Context = Pick<TaskContext<'registry' | 'imageRecord'>, 'ports'>;

const pulling = /^(ErrImagePull|ImagePullBackOff)$/;

/** A rollout that failed, as far as it says which image is to blame. */
export interface Blame {
  readonly why: string;
  readonly troubles: readonly PodTrouble[];
  readonly suspects: Suspects;
}

/**
 * Keep the images that failed from being tried again next week: those of the containers that failed, or all that were
 * changed where none of these is among them, since nothing else was. Not when it was not their fault: no node had room,
 * none of their containers has begun to run, or they could not be pulled because their registry does not answer just now.
 * Answers what a reader is told of it.
 */
export async function quarantineImages(context: Context, step: SetImageStep, blame: Blame): Promise<string> {
  const { why, troubles, suspects } = blame;
  if (troubles.length > 0 && troubles.every(({ reason }) => reason === 'Unschedulable')) {
    return 'its images are not in quarantine: no node had room for its pods';
  }
  if (suspects === 'nothing-ran') {
    return 'its images are not in quarantine: no container of its new pods has begun to run';
  }
  const bad = badImages(step, why, suspects);
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

function badImages(step: SetImageStep, why: string, suspects: Exclude<Suspects, 'nothing-ran'>): readonly BadImage[] {
  const changed = Object.entries(imagesOfStep(step).to);
  const failed =
    suspects === 'all' ? [] : changed.filter(([key]) => suspects.containers.has(key.replace(/^init\//, '')));
  const bad = (failed.length === 0 ? changed : failed).flatMap(([, image]): readonly BadImage[] => {
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
