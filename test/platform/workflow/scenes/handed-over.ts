import { onlySomeJobs } from '../../../../sandbox/act/some-jobs.ts';
import { GITHUB } from '../../../../sandbox/network.ts';
import { barrier } from '../barrier.ts';
import { asPreventive, packed, withKind, withOtherInputs } from '../forgeries.ts';
import { otherCluster } from '../other-cluster.ts';
import { type Job, jobIn, type Step, stepUsing, variant, withJobs } from '../rewriting.ts';
import { increase, type KeptPlan, type Played, type Stage, type World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface HandedOver {
  readonly run: Played;
  readonly before: World;
  /** After everything but the plan that was approved. */
  readonly refused: World;
  /** After that one. */
  readonly after: World;
}

const oversized = 9 * 1024 * 1024;
/** The report of the whole is merged by a job of which nothing depends here. */
const played = ['plan', 'preventive', 'corrective', 'adaptive', 'second', 'bare'];
const output = (name: string): string => `\${{ steps.planned.outputs.${name} }}`;
const handed = {
  digest: '${{ needs.plan.outputs.adaptive }}',
  artifact: '${{ needs.plan.outputs.adaptive-artifact }}',
};

/** Plans that somebody has put in the place of the one that was made, by the name of their case. */
const artifacts = [
  'replaced by one with other inputs',
  'doubled',
  'oversized',
  'with ../ in its name',
  'from a fork',
  'of another run',
  'an unknown kind of step',
  'a generic kind of step',
] as const;

const key = (name: string): string => name.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '');

/**
 * One run whose gated job is handed everything that it must refuse, one after the other, then the plan that was approved.
 */
export async function handedOver(stage: Stage): Promise<HandedOver> {
  const [planned, refusedAll] = ['planned', 'refused'].map((name) => barrier(stage.folder, name));
  const forged = barrier(stage.folder, 'forged');
  if (planned === undefined || refusedAll === undefined) throw new Error('no barriers');
  const cluster = await otherCluster(stage.state);
  const change = (jobs: Record<string, Job>): void => {
    const job = jobIn(jobs, 'adaptive');
    const { step, before } = stepUsing(job, 'apply');
    const tried = [
      variant(step, 'nothing handed over', { digest: '', artifact: '' }),
      variant(step, 'empty on both sides', { ...handed, digest: '' }),
      ...artifacts.map((name) => variant(step, name, { ...handed, artifact: output(key(name)) })),
      ...elsewhere(step, cluster.url),
    ];
    job.steps = [...before, planned.step, ...tried, refusedAll.step, variant(step, 'approved', {})];
    jobs.bare = withoutEnvironment(job, [...before, variant(step, 'no environment', handed)]);
    for (const id of ['corrective', 'second']) {
      const other = structuredClone(jobIn(jobs, 'corrective'));
      other.if = 'always()';
      stepUsing(other, 'apply').step.name = 'a second gated job';
      jobs[id] = other;
    }
    const preventive = jobIn(jobs, 'preventive');
    preventive.if = 'always()';
    const apply = stepUsing(preventive, 'apply');
    const from = { digest: '${{ steps.forged.outputs.digest }}', artifact: '${{ steps.forged.outputs.artifact }}' };
    preventive.steps = [...apply.before, forged.step, variant(apply.step, 'not preventive', from)];
  };
  try {
    const before = stage.world();
    const { opened, ended } = stage.start({
      workflow: 'dispatch',
      event: increase,
      rewrite: (path, text) => (path.endsWith('dispatch.yml') ? withJobs(text, change) : text),
      asRun: (text) => onlySomeJobs(text, { jobs: played, outputs: {} }),
    });
    const { run } = await opened;
    await Promise.race([planned.reached(), ended]);
    const plan = await stage.planOf(run.id);
    planned.go(await keepForgeries(stage, run.id, plan));
    const preventive = asPreventive(plan.document);
    const artifact = await stage.control.keepArtifact(run.id, { name: 'forged', content: packed(preventive.document) });
    forged.go({ digest: preventive.digest, artifact: String(artifact) });
    await Promise.race([refusedAll.reached(), ended]);
    const refused = stage.world();
    refusedAll.go();
    const ran = await ended;
    const after = stage.world();
    scaleBack(stage, before.replicas);
    return { before, refused, after, run: ran };
  } finally {
    await cluster.close();
  }
}

/** Steps that ask for the right plan at the wrong place. */
function elsewhere(step: Step, cluster: string): Step[] {
  const configuration = '.github/maintenance.yml';
  const build = 'dist/apply/other.js';
  const always = 'always()';
  return [
    {
      name: 'Change the configuration',
      if: always,
      run: `cp ${configuration} kept && echo '# mine' >> ${configuration}`,
    },
    variant(step, 'configuration changed', handed),
    { name: 'Put it back', if: always, run: `mv kept ${configuration}` },
    { name: 'Change the build', if: always, run: `echo '// mine' > ${build}` },
    variant(step, 'build changed', handed),
    { name: 'Put that back', if: always, run: `rm ${build}` },
    {
      name: 'Turn to another cluster',
      if: always,
      run: `sed 's#"server":"[^"]*"#"server":"${cluster}"#' "$KUBECONFIG" > other-kubeconfig`,
    },
    { ...variant(step, 'another cluster', handed), env: { ...step.env, KUBECONFIG: 'other-kubeconfig' } },
  ];
}

/** The same job, which nothing holds; the credentials are what a repository's own secret would be. */
function withoutEnvironment(job: Job, steps: Step[]): Job {
  const { environment: _, ...bare } = structuredClone(job);
  const text = JSON.stringify(steps).replaceAll(
    'secrets.MAINTENANCE_KUBECONFIG }',
    'secrets.MAINTENANCE_KUBECONFIG__MAINTENANCE_PLAN }',
  );
  return { ...bare, steps: JSON.parse(text) as Step[] };
}

async function keepForgeries(stage: Stage, runId: number, plan: KeptPlan): Promise<Record<string, string>> {
  const { control } = stage;
  const { document } = plan;
  const keep = (run: number, name: string, content: string, rest = {}): Promise<number> =>
    control.keepArtifact(run, { name, content, ...rest });
  const other = await control.openRun(
    { workflow: { name: 'Another', path: '.github/workflows/other.yml' }, event: 'push', sha: document.run.commit },
    [],
  );
  await control.closeRun(other.run.id, 'success');
  await keep(runId, 'twice', packed(document));
  const kept: Record<(typeof artifacts)[number], number> = {
    'replaced by one with other inputs': await keep(runId, 'other-inputs', packed(withOtherInputs(document))),
    doubled: await keep(runId, 'twice', packed(document)),
    oversized: await keep(runId, 'oversized', packed(document, { content: Buffer.alloc(oversized, 0x20) })),
    'with ../ in its name': await keep(runId, 'outside', packed(document, { name: '../plan.json' })),
    'from a fork': await keep(runId, 'fork', packed(document), { headRepository: GITHUB.port }),
    'of another run': await keep(other.run.id, 'other-run', packed(document)),
    'an unknown kind of step': await keep(runId, 'unknown-kind', packed(withKind(document, 'make-coffee'))),
    'a generic kind of step': await keep(runId, 'generic-kind', packed(withKind(document, 'exec'))),
  };
  return Object.fromEntries(Object.entries(kept).map(([name, id]) => [key(name), String(id)]));
}

function scaleBack({ kubectl }: Stage, replicas: number): void {
  const inPlatform = ['-n', 'phoenix-rooivalk'];
  kubectl(...inPlatform, 'scale', 'deployment', 'api-gateway', `--replicas=${replicas}`);
  kubectl(...inPlatform, 'rollout', 'status', 'deployment/api-gateway', '--timeout=60s');
}
