import { type Account, isPerson, type PermissionLevel, permissionLevels } from '../../forge/people.ts';
import { approvalDigest, shownDigest } from '../digest.ts';
import { type IssueEvidence, wasRead } from './evidence.ts';
import { type Denial, denied } from './judgement.ts';
import { partIn, requestersOf } from './requesters.ts';

const command = /^approve ([0-9a-f]{20})$/;

/** The digits in a comment that is nothing but `approve <20 digits>` (a line break may end it); undefined for any other. */
export function approvedDigits(body: string): string | undefined {
  return command.exec(body.replace(/\r?\n$/, ''))?.[1];
}

/** Whether a comment was meant as an approval, well or badly put: what is said of it must not be overlooked. */
export function isMeantAsApproval(body: string): boolean {
  return /approve|[0-9a-f]{20}/i.test(body);
}

/** The comment is there, as it was written, by a person's own hand. */
export function isOwnComment({ comment, issue }: IssueEvidence): Denial | undefined {
  const refuse = (state: string, next?: string): Denial =>
    denied('comment', comment === undefined ? 'the comment' : `comment ${comment.id}`, {
      rule: 'an approval is a comment of a person, never edited, on the issue of the plan',
      state,
      ...(next === undefined ? {} : { next }),
    });
  if (comment === undefined) return refuse('it does not exist');
  if (comment.createdAt !== comment.updatedAt) {
    return refuse(`it was edited at ${comment.updatedAt}`, 'nothing was changed; write a new comment');
  }
  if (!isPerson(comment.author)) return refuse(`${comment.author.login} is no person (${comment.author.type})`);
  if (comment.viaApp) return refuse(`an app wrote it for ${comment.author.login}`);
  if (issue === undefined) return refuse(`issue ${comment.issue} does not exist`);
  return comment.issue === issue.number ? undefined : refuse(`it is on issue ${comment.issue}`);
}

/** The whole comment is the command, with the digits of this plan. */
export function approvesThisPlan({ comment, document }: IssueEvidence): Denial | undefined {
  if (comment === undefined || 'unreadable' in document) return undefined;
  const digits = shownDigest(approvalDigest(document));
  const found = approvedDigits(comment.body);
  if (found === digits) return undefined;
  return denied('digest-in-comment', `comment ${comment.id}`, {
    rule: 'the whole comment is "approve" and the 20 digits of the plan',
    state: found === undefined ? 'it says something else' : `it says ${found}, and the plan is ${digits}`,
    next: `nothing was changed; comment: approve ${digits}`,
  });
}

/** Who commented may approve at this moment: named in the configuration, or able to write to the repository. */
export function mayApprove(evidence: IssueEvidence): Denial | undefined {
  const { comment, approvers, permission } = evidence;
  if (comment === undefined) return undefined;
  const { login, id } = comment.author;
  const refuse = (state: string): Denial =>
    denied('approver', `comment ${comment.id}`, {
      rule:
        approvers === undefined
          ? 'whoever approves may write to the repository at this moment'
          : 'whoever approves is named in the configuration (approval.approvers)',
      state,
      next: 'nothing was changed; let somebody approve who may',
    });
  if (!wasRead(permission)) return refuse(permission.unread);
  if (permission.account.id !== id)
    return refuse(`${login} is another account now (${permission.account.id}, not ${id})`);
  if (accountMayApprove(comment.author, permission, approvers)) return undefined;
  if (approvers !== undefined) return refuse(`${login} is not`);
  return refuse(`${login} may ${permission.level === 'none' ? 'nothing' : permission.level}`);
}

/** Whether an account may approve, as far as the configuration and the repository say: it still has its login, and the right. */
export function accountMayApprove(
  { id, login }: Account,
  { level, account }: { readonly level: PermissionLevel; readonly account: Account },
  approvers: readonly string[] | undefined,
): boolean {
  if (account.id !== id) return false;
  if (approvers !== undefined) return approvers.some((each) => each.toLowerCase() === login.toLowerCase());
  return permissionLevels.indexOf(level) >= permissionLevels.indexOf('write');
}

/** Who approves has asked for nothing. */
export function isNoRequester(evidence: IssueEvidence): Denial | undefined {
  const { comment } = evidence;
  const part = comment === undefined ? undefined : partIn(requestersOf(evidence), comment.author);
  if (comment === undefined || part === undefined) return undefined;
  return denied('approver', `comment ${comment.id}`, {
    rule: 'whoever approves has not asked for the change, compared by number',
    state: `${comment.author.login} is ${part}`,
    next: 'nothing was changed; let somebody else approve',
  });
}
