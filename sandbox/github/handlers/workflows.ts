import { notFound, Refusal } from '../refusal.ts';
import { workflowBody } from '../shapes/workflows.ts';
import { timestamp, type Workflow } from '../state.ts';
import type { Call, Handler } from './call.ts';

function workflowOf({ context, params, documentation }: Call): Workflow {
  const workflow = context.store.workflow(params.workflow_id ?? '');
  if (workflow === undefined) throw notFound(documentation);
  return workflow;
}

/** Workflow files: kept alive, and started by hand. */
export const workflowHandlers: Record<string, Handler> = {
  'actions/get-workflow': (call) => ({ body: workflowBody(call.scene, workflowOf(call)) }),
  'actions/enable-workflow': (call) => {
    workflowOf(call).state = 'active';
    call.context.store.save();
    return { status: 204 };
  },
  'actions/create-workflow-dispatch': (call) => {
    const workflow = workflowOf(call);
    const { store, now } = call.context;
    const { ref, inputs } = call.body as { ref: string; inputs?: Record<string, unknown> };
    const refuse = (message: string) => new Refusal(422, message, { documentation_url: call.documentation });
    if (ref.replace(/^refs\/heads\//, '') !== store.state.repository.defaultBranch)
      throw refuse(`No ref found for: ${ref}`);
    if (workflow.state !== 'active') throw refuse('Cannot trigger a workflow_dispatch on a disabled workflow');
    store.state.dispatches.push({
      workflow: workflow.path,
      ref,
      inputs: inputs ?? {},
      by: call.token.account,
      at: timestamp(now()),
    });
    store.save();
    return { status: 204 };
  },
};
