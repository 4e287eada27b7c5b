import type { BlockLines } from '../../domain/backup/block-lines.ts';
import type { ReadBackupParameters } from '../../domain/backup/step-parameters.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatCount } from '../../domain/quantities.ts';

type Said = Omit<Finding, 'subject'>;

const next = 'make a new backup of the chain, and look at the job that made this one';

/** What the blocks of a backup have shown: whether they are whole, end where they should, and go on since the backup before. */
export function blockTrouble(
  { fault, seen }: Pick<BlockLines, 'fault' | 'seen'>,
  { height, heightBefore }: Pick<ReadBackupParameters, 'height' | 'heightBefore'>,
): Said | undefined {
  const { last = 0, count } = seen;
  if (fault !== undefined || count === 0) {
    const evidence = fault ?? 'it holds no block';
    return {
      code: 'blocks-not-whole',
      severity: 'fail',
      title: 'the blocks of the backup are not whole',
      evidence,
      next,
    };
  }
  if (height !== undefined && last !== height) {
    return {
      code: 'height-not-reached',
      severity: 'fail',
      title: 'the backup does not end at the height that its manifest says',
      evidence: `last block ${formatCount(last)} (manifest: ${formatCount(height)})`,
      next,
    };
  }
  if (heightBefore === undefined || last > heightBefore) return undefined;
  return {
    code: 'height-not-grown',
    severity: 'warn',
    title: 'the chain has not grown since the backup before',
    evidence: `last block ${formatCount(last)} (the backup before: ${formatCount(heightBefore)})`,
    next: 'look whether the node that is backed up follows the chain, and whether the job backs up what is new',
  };
}

/** Nothing of a backup shows a height: what its manifest says of one cannot be checked. */
export function noBlocks(objects: number): Said {
  return {
    code: 'height-not-known',
    severity: 'warn',
    title: 'nothing in the backup shows up to which block it goes',
    evidence: `none of ${counted(objects, 'object')} holds blocks as lines of JSON (*.jsonl, *.jsonl.gz, *.jsonl.zst)`,
    next: 'export the blocks as lines of JSON with their `height`, beside what else is backed up',
  };
}
