import type { Forge } from '../../ports/forge.ts';
import type { Redactor } from '../redactor.ts';

/** What of a forge is read by people. */
type Writing = Pick<Forge, 'openIssue' | 'updateIssue' | 'reply' | 'keepComment'>;

/** Everything that is written on a forge goes through the redactor first, whoever wrote it (trust.md §6). */
export function redactedWriting(forge: Writing, redactor: Redactor): Writing {
  return {
    openIssue: (issue) =>
      forge.openIssue({ ...issue, title: redactor.clean(issue.title), body: redactor.clean(issue.body) }),
    updateIssue: (number, change) => forge.updateIssue(number, redactor.cleanJson(change)),
    reply: (issue, body) => forge.reply(issue, redactor.clean(body)),
    keepComment: (issue, marker, body) => forge.keepComment(issue, marker, redactor.clean(body)),
  };
}
