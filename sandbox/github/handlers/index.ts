import { artifactHandlers } from './artifacts.ts';
import type { Handler } from './call.ts';
import { commentHandlers } from './comments.ts';
import { commitHandlers } from './commits.ts';
import { environmentHandlers } from './environments.ts';
import { issueHandlers } from './issues.ts';
import { peopleHandlers } from './people.ts';
import { runHandlers } from './runs.ts';
import { workflowHandlers } from './workflows.ts';

/** What answers each operation, by GitHub's operation id. */
export const handlers: Record<string, Handler> = {
  ...artifactHandlers,
  ...commentHandlers,
  ...commitHandlers,
  ...environmentHandlers,
  ...issueHandlers,
  ...peopleHandlers,
  ...runHandlers,
  ...workflowHandlers,
};
