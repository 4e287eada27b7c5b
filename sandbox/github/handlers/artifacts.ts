import { notFound, Refusal } from '../refusal.ts';
import { workflowArtifact } from '../shapes/runs.ts';
import type { Artifact, Run } from '../state.ts';
import { type Call, type Handler, paged } from './call.ts';
import { runOf } from './runs.ts';

function artifactOf({ context, params, documentation }: Call): { artifact: Artifact; run: Run } {
  const artifact = context.store.state.artifacts.find(
    ({ id, finalized }) => finalized && id === Number(params.artifact_id),
  );
  const run = artifact && context.store.run(artifact.runId);
  if (artifact === undefined || run === undefined) throw notFound(documentation);
  return { artifact, run };
}

function listed(call: Call, artifacts: readonly Artifact[]): ReturnType<Handler> {
  const { store, now } = call.context;
  const found = artifacts
    .filter(({ finalized, name }) => finalized && (call.query.name ?? name) === name)
    .flatMap((artifact) => {
      const run = store.run(artifact.runId);
      return run === undefined ? [] : [{ artifact, run }];
    })
    .reverse();
  const { entries, headers } = paged(call, found);
  const body = entries.map(({ artifact, run }) => workflowArtifact(call.scene, run, artifact, now()));
  return { headers, body: { total_count: found.length, artifacts: body } };
}

/** Artifacts: of a run, of the repository, one by its id. */
export const artifactHandlers: Record<string, Handler> = {
  'actions/list-artifacts-for-repo': (call) => listed(call, call.context.store.state.artifacts),
  'actions/list-workflow-run-artifacts': (call) => {
    const run = runOf(call);
    return listed(
      call,
      call.context.store.state.artifacts.filter(({ runId }) => runId === run.id),
    );
  },
  'actions/get-artifact': (call) => {
    const { artifact, run } = artifactOf(call);
    return { body: workflowArtifact(call.scene, run, artifact, call.context.now()) };
  },
  'actions/download-artifact': (call) => {
    const { artifact } = artifactOf(call);
    if (call.params.archive_format !== 'zip') throw notFound(call.documentation);
    if (Date.parse(artifact.expiresAt) <= call.context.now()) {
      throw new Refusal(410, 'Artifact has expired', { documentation_url: call.documentation });
    }
    return { status: 302, headers: { location: call.context.download(artifact) } };
  },
};
