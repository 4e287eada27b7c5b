import { type Artifact, artifactsOf } from '../../domain/backup/artifacts.ts';
import type { BackupSet } from '../../domain/backup/backup-set.ts';
import type { ReadBounds } from '../../domain/backup/reading.ts';
import type { PlannedExpectation, PlannedObject } from '../../domain/backup/step-parameters.ts';
import { formatBytes } from '../../domain/quantities.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { Step, StepOf } from '../../domain/step/step.ts';
import type { PlanContext } from '../contract.ts';
import { contentOf } from './content.ts';
import { plannedObjects } from './expected.ts';
import { type inputs as declared, type Inputs, namesOf } from './inputs.ts';
import { heightOf, type SeenBackups, type SeenManifest } from './observe.ts';
import { subjectOf } from './subject.ts';

type Context = PlanContext<typeof declared>;

/** How the newest backup of a kind is looked into. */
export function stepsOf(seen: SeenBackups, context: Context): readonly Step[] {
  const newest = 'sets' in seen ? seen.sets.at(-1) : undefined;
  if (newest === undefined || !('sets' in seen)) return [];
  switch (seen.kind) {
    case 'database':
      return databaseSteps(newest, seen.manifests, context);
    case 'blockchain':
      return [blockchainStep(newest, seen, context)];
    case 'configuration':
      return [configurationStep(newest, seen.manifests, context)];
  }
}

const boundsOf = (inputs: Inputs): ReadBounds => ({
  mostBytes: inputs['most-data'] * 1e9,
  mostRatio: inputs['most-ratio'],
});

function databaseSteps(set: BackupSet, manifests: readonly SeenManifest[], context: Context): readonly Step[] {
  const { inputs } = context;
  const artifacts = artifactsOf(set);
  return artifacts.map((artifact): Step => {
    const objects = plannedObjects(set, artifact.objects, manifests);
    const subject = subjectOf('database', artifact.name);
    const bounds = boundsOf(inputs);
    if (!inputs.restore) {
      const as = artifact.objects.length === 1 ? 'dump' : 'bytes';
      return { ...common('read-backup', subject, inputs, sizeWords(objects)), parameters: { objects, bounds, as } };
    }
    return {
      ...common('restore-drill', subject, inputs, sizeWords(objects)),
      parameters: {
        objects,
        bounds,
        jobs: inputs.jobs,
        extensions: namesOf(inputs.extensions),
        languages: namesOf(inputs.languages),
        beside: besideOf(artifacts, artifact),
        expectations: expectationsOf(context),
        amcheck: inputs.amcheck,
        mostDiskBytes: inputs['most-disk'] * 1e9,
      },
    };
  });
}

/** More objects are not asked whether they hold the roles. */
const mostBeside = 50;

/** The other dumps of one object each, those first that are called so: one of them may hold the roles. */
function besideOf(artifacts: readonly Artifact[], own: Artifact): readonly PlannedObject[] {
  const others = artifacts.filter((other) => other !== own && other.objects.length === 1);
  const [called, rest] = [true, false].map((so) => others.filter(({ name }) => /globals|roles/i.test(name) === so));
  const objects = [...(called ?? []), ...(rest ?? [])].flatMap((artifact) => artifact.objects);
  return objects.slice(0, mostBeside).map(({ key, bytes }) => ({ key, bytes }));
}

const expectationsOf = ({ platform }: Context): readonly PlannedExpectation[] =>
  platform.backups.content.map(({ table, atLeast, row }) => ({
    table,
    atLeast,
    ...(row === undefined ? {} : { row }),
  }));

function blockchainStep(
  set: BackupSet,
  { manifests, heightBefore }: Extract<SeenBackups, { sets: unknown }>,
  { inputs }: Context,
): StepOf<'read-backup'> {
  const objects = plannedObjects(set, contentOf(set), manifests);
  const height = heightOf(manifests);
  return {
    ...common('read-backup', subjectOf('blockchain', ''), inputs, sizeWords(objects)),
    parameters: {
      objects,
      bounds: boundsOf(inputs),
      as: 'blocks',
      ...(height === undefined ? {} : { height }),
      ...(heightBefore === undefined ? {} : { heightBefore }),
    },
  };
}

function configurationStep(
  set: BackupSet,
  manifests: readonly SeenManifest[],
  { inputs, platform }: Context,
): StepOf<'dry-run-manifests'> {
  const objects = plannedObjects(set, contentOf(set), manifests);
  return {
    ...common('dry-run-manifests', subjectOf('configuration', ''), inputs, sizeWords(objects)),
    parameters: { objects, bounds: boundsOf(inputs), namespace: platform.namespace },
  };
}

const sizeWords = (objects: readonly { readonly bytes: number }[]): string =>
  formatBytes(objects.reduce((sum, { bytes }) => sum + bytes, 0));

const whys = {
  'read-backup': 'whether it can be read to its end is seen by reading it alone',
  'restore-drill': 'a backup that was never restored is a hope',
  'dry-run-manifests': 'only the API server knows whether it would take them',
} as const;

const risks = {
  'read-backup': 'takes time and bandwidth of the bucket',
  'restore-drill': 'takes memory, disk and processor of the runner; the throw-away server has no network',
  'dry-run-manifests': 'one attempt to write for real, which must be refused, and is taken back if it is not',
} as const;

function common<K extends keyof typeof whys>(kind: K, subject: string, inputs: Inputs, size: string) {
  return {
    id: `${kind} ${subject}`,
    kind,
    subject,
    from: null,
    to: null,
    why: `${whys[kind]} (${size})`,
    risk: risks[kind],
    undo: `cannot be undone: ${stepKinds[kind].cannotBeUndone}`,
    deadlineMs: inputs['drill-limit'],
  };
}
