import { formatBytes } from '../../domain/quantities.ts';
import type { Deletion } from './deletion.ts';

/** Differences below this share of what was deleted, or this many bytes, are rounding and what others write. */
const smallShare = 0.1;
const smallBytes = 1_000_000;

/** Why the file system gained another amount than the sizes of the deleted files; `undefined` where it did not, or was not measured. */
export function whyNotFreed({ bytes, allocated, linked, holes, gained }: Deletion): string | undefined {
  if (gained === undefined) return undefined;
  const large = (difference: number) => difference > Math.max(smallBytes, bytes * smallShare);
  const reasons: string[] = [];
  if (large(linked)) reasons.push(`${formatBytes(linked)} stay under other names (hard links)`);
  if (large(holes)) reasons.push(`${formatBytes(holes)} were holes and never took space (sparse files)`);
  if (large(allocated - gained)) {
    const words = 'somebody opened a file meanwhile or wrote others, or the file system gives space back later';
    reasons.push(`${formatBytes(allocated - gained)} are not free: ${words}`);
  }
  if (large(gained - allocated))
    reasons.push(`${formatBytes(gained - allocated)} became free by something else at the same time`);
  return reasons.length === 0 ? undefined : reasons.join('; ');
}
