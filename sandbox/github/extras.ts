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
    operations: ['issues/create-comment', 'issues/update-comment'],
    path: '.status',
    source:
      "api.github.com repeats the HTTP status as text in every error's body; the description says so of basic-error and forgets validation-error",
  },
];

/** Whether the field at this path of the operation's answer is in the list. */
export function isExtra(operation: string, path: string): boolean {
  return extras.some((extra) => extra.path === path && extra.operations.includes(operation));
}
