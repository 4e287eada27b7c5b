import { notFound, type Refusal, validationFailed } from '../refusal.ts';
import { issueComment } from '../shapes/issues.ts';
import { repositoryUrl } from '../shapes/repository.ts';
import { type Comment, timestamp } from '../state.ts';
import { type Call, type Handler, paged } from './call.ts';
import { issueOf } from './issues.ts';

/** Most characters of a comment. Source: the limit that GitHub names when it refuses a longer one. */
const longestComment = 65_536;

function checkComment(documentation: string, body: string): void {
  const refuse = (message: string): Refusal =>
    validationFailed(documentation, [{ resource: 'IssueComment', field: 'body', code: 'custom', message }]);
  if (body.trim() === '') throw refuse("body can't be blank");
  if ([...body].length > longestComment) throw refuse(`body is too long (maximum is ${longestComment} characters)`);
}

function commentOf({ context, params, documentation }: Call): Comment {
  const comment = context.store.state.comments.find(({ id }) => id === Number(params.comment_id));
  if (comment === undefined) throw notFound(documentation);
  return comment;
}

function shown({ context, scene }: Call, comment: Comment): unknown {
  const issue = context.store.state.issues.find(({ number }) => number === comment.issue);
  return issueComment(scene, comment, issue?.pullRequest ?? false);
}

/** Comments of issues and pull requests. */
export const commentHandlers: Record<string, Handler> = {
  'issues/list-comments': (call) => {
    const issue = issueOf(call);
    const found = call.context.store.state.comments
      .filter((comment) => comment.issue === issue.number)
      .filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(call.query.since ?? '1970-01-01T00:00:00Z'));
    const { entries, headers } = paged(call, found);
    return { headers, body: entries.map((comment) => shown(call, comment)) };
  },
  'issues/get-comment': (call) => ({ body: shown(call, commentOf(call)) }),
  'issues/create-comment': (call) => {
    const issue = issueOf(call);
    const body = String(call.body.body);
    checkComment(call.documentation, body);
    const { account } = call.token;
    const comment = call.context.store.comment(issue.number, account, body, call.context.now());
    const location = `${repositoryUrl(call.scene)}/issues/comments/${comment.id}`;
    return { status: 201, headers: { location }, body: shown(call, comment) };
  },
  'issues/update-comment': (call) => {
    const comment = commentOf(call);
    const body = String(call.body.body);
    checkComment(call.documentation, body);
    Object.assign(comment, { body, updatedAt: timestamp(call.context.now()) });
    call.context.store.save();
    return { body: shown(call, comment) };
  },
};
