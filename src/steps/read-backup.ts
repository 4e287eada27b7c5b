import { areBlocks, BlockLines } from '../domain/backup/block-lines.ts';
import type { Reading } from '../domain/backup/reading.ts';
import type { Finding } from '../domain/finding/finding.ts';
import { counted, formatBytes } from '../domain/quantities.ts';
import type { StepOf } from '../domain/step/step.ts';
import { blockTrouble, noBlocks } from '../observation/backup/block-findings.ts';
import { storedFiles } from '../observation/backup/files.ts';
import { notReadFinding, readingFindings } from '../observation/backup/reading-findings.ts';
import type { BackupFile, ReadRequest } from '../ports/drill.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep, type StepContext } from './executor.ts';

type ReadStep = StepOf<'read-backup'>;

/** Read the objects of a backup to their end, one after the other. Nothing is kept of them. */
export default defineStep({
  kind: 'read-backup',
  ports: ['objectStore', 'drill'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { parameters, subject } = step;
    const blocks = parameters.as === 'blocks' ? new BlockLines() : undefined;
    const { findings, bytes } = await readAll(context, step, blocks);
    return {
      text: `${counted(parameters.objects.length, 'object')}, ${formatBytes(bytes)} after decompression${blocksText(blocks)}`,
      measurements: [],
      findings: [...findings, ...blockFindings(subject, parameters, blocks, findings)],
    };
  },
  settle: async () => 'cannot-tell',
});

async function readAll(
  context: StepContext<'objectStore' | 'drill'>,
  step: ReadStep,
  blocks: BlockLines | undefined,
): Promise<{ readonly findings: readonly Finding[]; readonly bytes: number }> {
  const { files, expected } = storedFiles(context.ports.objectStore, step.parameters.objects);
  const findings: Finding[] = [];
  let bytes = 0;
  for (const file of files) {
    try {
      const reading = await readOne(context, step, file, blocks);
      bytes += reading.bytes;
      findings.push(...named(file.name, readingFindings(step.subject, reading, expected())));
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      findings.push(...named(file.name, [notReadFinding(step.subject, error)]));
    }
  }
  return { findings: firstOfEach(findings), bytes };
}

/** Read one object, with an eye on its blocks. */
async function readOne(
  { ports, signal }: StepContext<'objectStore' | 'drill'>,
  { parameters }: ReadStep,
  file: BackupFile,
  blocks: BlockLines | undefined,
): Promise<Reading> {
  const own = areBlocks(file.name) ? blocks : undefined;
  const request: ReadRequest = {
    bounds: parameters.bounds,
    sha256: true,
    as: parameters.as === 'dump' ? 'dump' : 'bytes',
    ...(own === undefined ? {} : { look: (piece) => own.push(piece) }),
  };
  const reading = await ports.drill.read(file, request, signal);
  own?.endObject();
  return reading;
}

/** Which object it is, where a backup has several. */
const named = (name: string, findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, evidence: `${name.slice(0, 200)}: ${finding.evidence}` }));

/** One finding of a kind, with how many objects it is about. */
function firstOfEach(findings: readonly Finding[]): readonly Finding[] {
  const byCode = Map.groupBy(findings, ({ code }) => code);
  return [...byCode.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [
      others.length === 0 ? first : { ...first, evidence: `${first.evidence} (and ${others.length} more objects)` },
    ];
  });
}

function blocksText(blocks: BlockLines | undefined): string {
  if (blocks === undefined) return '';
  const { count, first = 0, last = 0 } = blocks.seen;
  return count === 0 ? ', no blocks' : `, ${counted(count, 'block')} from ${first} to ${last}`;
}

function blockFindings(
  subject: string,
  { objects, ...heights }: ReadStep['parameters'],
  blocks: BlockLines | undefined,
  findings: readonly Finding[],
): readonly Finding[] {
  if (blocks === undefined || findings.some(({ severity }) => severity === 'fail' || severity === 'unknown')) return [];
  const found = objects.some(({ key }) => areBlocks(key)) ? blockTrouble(blocks, heights) : noBlocks(objects.length);
  return found === undefined ? [] : [{ ...found, subject }];
}
