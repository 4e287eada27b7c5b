import { notFound, validationFailed } from '../refusal.ts';
import { issueBody } from '../shapes/issues.ts';
import { type Issue, timestamp } from '../state.ts';
import { type Call, type Handler, paged } from './call.ts';

/** Most characters of an issue's body. Source: the limit that GitHub names when it refuses a longer one. */
const longestBody = 65_536;

/** The issue or pull request that the path names. */
export function issueOf({ context, params, documentation }: Call): Issue {
  const issue = context.store.state.issues.find(({ number }) => number === Number(params.issue_number));
  if (issue === undefined) throw notFound(documentation);
  return issue;
}

const wordsOf = (list: unknown): string[] =>
  ((list ?? []) as (string | { name: string })[]).map((entry) => (typeof entry === 'string' ? entry : entry.name));

/** What a request writes of an issue. @throws Refusal for what GitHub would not store. */
function written(call: Call): Partial<Issue> {
  const { title, body, labels, assignees, state } = call.body;
  const refuse = (field: string, message: string) =>
    validationFailed(call.documentation, [{ resource: 'Issue', field, code: 'custom', message }]);
  if (title !== undefined && String(title).trim() === '') throw refuse('title', "title can't be blank");
  if ([...String(body ?? '')].length > longestBody)
    throw refuse('body', `body is too long (maximum is ${longestBody} characters)`);
  const people = wordsOf(assignees).map((login) => call.context.store.account(login));
  return {
    ...(title === undefined ? {} : { title: String(title) }),
    ...(body === undefined ? {} : { body: String(body ?? '') }),
    ...(labels === undefined ? {} : { labels: wordsOf(labels) }),
    // GitHub drops those who cannot be assigned without a word.
    ...(assignees === undefined ? {} : { assignees: people.filter((person) => person !== undefined) }),
    ...(state === undefined ? {} : { state: state as Issue['state'] }),
  };
}

function matches(issue: Issue, query: Record<string, string>): boolean {
  const wanted = query.labels?.split(',') ?? [];
  const state = query.state ?? 'open';
  return (
    (state === 'all' || issue.state === state) &&
    wanted.every((label) => issue.labels.includes(label)) &&
    (query.creator ?? issue.author.login).toLowerCase() === issue.author.login.toLowerCase()
  );
}

/** Issues; a pull request answers as one as well. */
export const issueHandlers: Record<string, Handler> = {
  'issues/list-for-repo': (call) => {
    const found = call.context.store.state.issues.filter((issue) => matches(issue, call.query)).reverse();
    const { entries, headers } = paged(call, found);
    return { headers, body: entries.map((issue) => issueBody(call.scene, issue)) };
  },
  'issues/create': (call) => {
    if (call.body.title === undefined)
      throw validationFailed(call.documentation, [{ resource: 'Issue', field: 'title', code: 'missing_field' }]);
    const issue = call.context.store.openIssue(
      { pullRequest: false, author: call.token.account, ...written(call) },
      call.context.now(),
    );
    const body = issueBody(call.scene, issue);
    return { status: 201, headers: { location: String(body.url) }, body };
  },
  'issues/get': (call) => ({ body: issueBody(call.scene, issueOf(call)) }),
  'issues/update': (call) => {
    const issue = issueOf(call);
    const change = written(call);
    const now = timestamp(call.context.now());
    const closed = change.state === 'closed' ? { closedAt: now } : change.state === 'open' ? { closedAt: null } : {};
    Object.assign(issue, change, closed, { updatedAt: now });
    call.context.store.save();
    return { body: issueBody(call.scene, issue) };
  },
};
