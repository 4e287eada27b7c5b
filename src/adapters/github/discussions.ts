import { z } from 'zod';
import { type IssueComment, mostCharacters } from '../../domain/forge/discussions.ts';
import { isOurs } from '../../domain/forge/people.ts';
import type { ForgeDiscussions, RecentComments } from '../../ports/forge/discussions.ts';
import { PortError } from '../../ports/port-error.ts';
import * as answers from './answers.ts';
import type { ForgeClient } from './client.ts';

const repo = '/repos/{owner}/{repo}';
const mostComments = 1_000;

function checkLength(subject: string, body: string): void {
  const characters = [...body].length;
  if (characters <= mostCharacters) return;
  throw new PortError({
    code: 'invalid',
    subject,
    message: `${subject} has ${characters} characters, and at most ${mostCharacters} are possible`,
  });
}

function foreign(subject: string, login: string): PortError {
  return new PortError({ code: 'forbidden', subject, message: `${subject} is by ${login}: only our own is edited` });
}

async function reply(client: ForgeClient, issue: number, body: string): Promise<IssueComment> {
  const subject = `comment on ${issue}`;
  checkLength(subject, body);
  const route = `POST ${repo}/issues/{issue_number}/comments`;
  return client.ask(route, { issue_number: issue, body }, subject, answers.comment);
}

async function recentComments(client: ForgeClient, issue: number): Promise<RecentComments> {
  const { entries, isWhole } = await client.newest(
    `GET ${repo}/issues/{issue_number}/comments`,
    { issue_number: issue },
    `comments on ${issue}`,
    z.array(answers.comment),
    mostComments,
  );
  return { comments: entries, isWhole };
}

async function keepComment(client: ForgeClient, issue: number, marker: string, body: string): Promise<IssueComment> {
  const text = `${marker}\n${body}`;
  checkLength(`comment on ${issue}`, text);
  const { comments } = await recentComments(client, issue);
  const own = comments.find((comment) => isOurs(comment.author) && comment.body.startsWith(marker));
  if (own === undefined) return reply(client, issue, text);
  const route = `PATCH ${repo}/issues/comments/{comment_id}`;
  return client.ask(route, { comment_id: own.id, body: text }, `comment ${own.id}`, answers.comment);
}

/** Issues and comments. */
export function forgeDiscussions(client: ForgeClient): ForgeDiscussions {
  const issueOf = (number: number) =>
    client.find(`GET ${repo}/issues/{issue_number}`, { issue_number: number }, `issue ${number}`, answers.issue);
  return {
    issue: issueOf,
    openIssues: (label) =>
      client.list(
        `GET ${repo}/issues`,
        { labels: label, state: 'open' },
        `issues with label ${label}`,
        z.array(answers.issue),
        { most: 100 },
      ),
    async openIssue({ title, body, labels, assignees }) {
      checkLength('an issue', body);
      const parameters = { title, body, labels, assignees };
      return client.ask(`POST ${repo}/issues`, parameters, 'an issue', answers.issue);
    },
    async updateIssue(number, { body, isOpen }) {
      const subject = `issue ${number}`;
      if (body !== undefined) checkLength(subject, body);
      const found = await issueOf(number);
      if (found === undefined) {
        throw new PortError({ code: 'not-found', subject, message: `${subject} does not exist` });
      }
      if (!isOurs(found.author)) throw foreign(subject, found.author.login);
      const change = {
        ...(body === undefined ? {} : { body }),
        ...(isOpen === undefined ? {} : { state: isOpen ? 'open' : 'closed' }),
      };
      const route = `PATCH ${repo}/issues/{issue_number}`;
      return client.ask(route, { issue_number: number, ...change }, subject, answers.issue);
    },
    comment: (id) =>
      client.find(`GET ${repo}/issues/comments/{comment_id}`, { comment_id: id }, `comment ${id}`, answers.comment),
    recentComments: (issue) => recentComments(client, issue),
    reply: (issue, body) => reply(client, issue, body),
    keepComment: (issue, marker, body) => keepComment(client, issue, marker, body),
  };
}
