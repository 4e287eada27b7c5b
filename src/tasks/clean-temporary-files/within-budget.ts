import type { StepParameters } from '../../domain/step/kinds.ts';
import type { OldFile } from './read-listing.ts';

/**
 * Characters of a plan that the named files of one run take at most: some 30 000 files. The journal keeps a plan of at most 32
 * parts of 174 762 characters and takes none that is longer, so that without a bound nothing at all would be deleted.
 */
export const mostCharacters = 3_000_000;

/** A file as the plan names it. */
export const planned = ({ path, device, inode, bytes }: OldFile): StepParameters['delete-files']['files'][number] => ({
  path,
  device,
  inode,
  bytes,
});

/** The oldest files of all directories together that a plan can hold, in the order that each directory had. */
export function withinBudget<D>(
  chosen: readonly { readonly directory: D; readonly files: readonly OldFile[] }[],
): readonly { readonly directory: D; readonly files: readonly OldFile[] }[] {
  const oldestFirst = chosen.flatMap(({ files }) => files).sort((a, b) => a.touched - b.touched);
  const taken = new Set<OldFile>();
  let characters = 0;
  for (const file of oldestFirst) {
    characters += JSON.stringify(planned(file)).length + 1;
    if (characters > mostCharacters) break;
    taken.add(file);
  }
  return chosen.map(({ directory, files }) => ({ directory, files: files.filter((file) => taken.has(file)) }));
}
