/** A field that GitHub's real answers carry although its description does not name it. */
export interface Extra {
  /** Operation ids that carry it. */
  operations: string[];
  /** Path in the answer, `[]` for each entry of a list. */
  path: string;
  /** Where the field can be seen. */
  source: string;
}

/**
 * Fields beyond GitHub's description, each with its source. An answer with any other field is a fault of the stand-in.
 * Nothing of the product may depend on one being there: description and reality can meet again at any time.
 */
export const extras: Extra[] = [
  {
    operations: [
      'actions/create-workflow-dispatch',
      'actions/review-pending-deployments-for-run',
      'issues/create',
      'issues/create-comment',
      'issues/update',
      'issues/update-comment',
      'repos/get-commit',
    ],
    path: '.status',
    source:
      "api.github.com repeats the HTTP status as text in every error's body; the description says so of basic-error and forgets validation-error",
  },
  {
    operations: ['repos/get-environment'],
    path: '.can_admins_bypass',
    source:
      '"Allow administrators to bypass configured protection rules", which Terraform\'s provider integrations/github reads as github_repository_environment.can_admins_bypass; served absent as well (script bypass-unsaid)',
  },
];

/** Whether the field at this path of the operation's answer is in the list. */
export function isExtra(operation: string, path: string): boolean {
  return extras.some((extra) => extra.path === path && extra.operations.includes(operation));
}
