import { mayReview, recordReview, waitingGates } from '../gates.ts';
import { notFound, validationFailed } from '../refusal.ts';
import { approval, branchPolicies, deployment, environmentBody, pendingDeployment } from '../shapes/environments.ts';
import type { Environment } from '../state.ts';
import { type Call, type Handler, paged } from './call.ts';
import { runOf } from './runs.ts';

function environmentOf({ context, params, documentation }: Call): Environment {
  const asked = params.environment_name?.toLowerCase();
  const found = context.store.state.environments.find(({ name }) => name.toLowerCase() === asked);
  if (found === undefined) throw notFound(documentation);
  return found;
}

/** Environments, what waits at them, and who let it through. */
export const environmentHandlers: Record<string, Handler> = {
  'repos/get-environment': (call) => {
    const body = environmentBody(call.scene, environmentOf(call));
    call.context.reviewer.wasRead(environmentOf(call).name);
    return { body };
  },
  'repos/list-deployment-branch-policies': (call) => {
    const found = branchPolicies(environmentOf(call));
    const { entries, headers } = paged(call, found);
    return { headers, body: { total_count: found.length, branch_policies: entries } };
  },
  'actions/get-reviews-for-run': (call) => {
    const run = runOf(call);
    const found = call.context.store.state.reviews.filter(({ runId }) => runId === run.id);
    return { body: found.map((review) => approval(call.scene, review)) };
  },
  'actions/get-pending-deployments-for-run': (call) => {
    const { store } = call.context;
    const found = waitingGates(store, runOf(call));
    return {
      body: found.map(({ gate, environment }) =>
        pendingDeployment(call.scene, gate, environment, mayReview(store, environment, call.token.account)),
      ),
    };
  },
  'actions/review-pending-deployments-for-run': (call) => {
    const { store } = call.context;
    const run = runOf(call);
    const ids = call.body.environment_ids as number[];
    const waiting = waitingGates(store, run).map(({ environment }) => environment);
    const environments = ids.map((id) => waiting.find((environment) => environment.id === id));
    const refuse = (field: string, message: string) =>
      validationFailed(call.documentation, [{ resource: 'Deployment', field, code: 'custom', message }]);
    const account = call.token.account;
    for (const environment of environments) {
      if (environment === undefined) throw refuse('environment_ids', 'is not waiting for a review');
      if (!mayReview(store, environment, account)) throw refuse('environment_ids', 'cannot be reviewed by this user');
      if (environment.preventSelfReview && run.triggeringActor.id === account.id)
        throw refuse('environment_ids', 'cannot be reviewed by who started the run');
    }
    const reviewed = environments as Environment[];
    const { state, comment } = call.body as { state: 'approved' | 'rejected'; comment: string };
    recordReview(store, run, { environments: reviewed, state, user: account, comment });
    return { body: reviewed.map((environment) => deployment(call.scene, run, environment)) };
  },
};
