import type { Workflow } from '../state.ts';
import { page, repositoryUrl } from './repository.ts';
import { type Body, nodeId, type Scene } from './scene.ts';

/** A workflow file as the API knows it. */
export function workflowBody(scene: Scene, { id, name, path, state, createdAt }: Workflow): Body {
  const here = page(scene.state.repository);
  return {
    id,
    node_id: nodeId('W', id),
    name,
    path,
    state,
    created_at: createdAt,
    updated_at: createdAt,
    url: `${repositoryUrl(scene)}/actions/workflows/${id}`,
    html_url: `${here}/blob/${scene.state.repository.defaultBranch}/${path}`,
    badge_url: `${here}/workflows/${encodeURIComponent(name)}/badge.svg`,
  };
}
