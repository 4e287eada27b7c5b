import { isoOf } from '../../domain/calendar/instants.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { type Answered, answerComment, isUsedUp } from '../../pipeline/approve/answer-comment.ts';
import { plain } from '../../render/markdown.ts';
import { openCatalogue } from '../catalogue.ts';
import type { Process } from '../process.ts';
import { InputError, readInputs } from '../task-inputs.ts';
import { openPlatform } from '../wiring/platform.ts';
import { approve as declaration } from './actions.ts';
import { askingOf } from './admit.ts';
import { repositoryOf } from './repository.ts';

/**
 * Look at a comment that may approve a plan, answer it, and start the job of its gate when the plan may be applied now.
 * Applies nothing: the gate's own job fetches and judges everything again. Answers the exit status: 1 for a refused
 * approval, 0 for a comment that was none.
 */
export async function approveAction(self: Process): Promise<number> {
  const { configuration } = await openCatalogue(self);
  if (configuration.approval.gate !== 'issue') {
    self.stdout.print('Approvals are given in environments here (approval.gate); comments approve nothing.');
    return 0;
  }
  const given = readInputs('approve', declaration.inputs, self.environment) as unknown as { readonly comment: number };
  if (given.comment === 0) throw new InputError('approve: input comment is empty: give it the number of the comment');
  const platform = await openPlatform(self, configuration);
  const isByComment = self.environment.run.event === 'issue_comment';
  const answered = await answerComment({
    ...(await askingOf(self, configuration, platform)),
    comment: given.comment,
    runId: repositoryOf(self.environment).id,
    state: platform.maintenance.state,
    isByComment,
    words: (found) => self.redactor.clean(answerTo(found, self.environment.run.url)),
    handOn: ({ document, digest }) => self.environment.output(document.type, digest),
  });
  self.stdout.print(answerTo(answered, self.environment.run.url));
  if (answered.kind !== 'refused' || (answered.isTalk && isByComment)) return 0;
  if (isUsedUp(answered) && !isByComment) return 0;
  // whoever meant to approve takes a green run for an accepted approval
  const { rule, state, next } = answered.refusal;
  self.stdout.annotate('error', 'refused', `${rule}; ${state}. ${next}`);
  return 1;
}

/** Says what is so whatever is lost behind it: the run that applies tells itself what became of it. */
function answerTo(answered: Answered, url: string): string {
  if (answered.kind === 'ready') return `Accepted. This run goes on to apply the plan, and ${toldHere}: ${url}`;
  if (answered.kind === 'refused') return refusalText(answered.refusal);
  if (answered.kind === 'under-way') return underWay(answered.run);
  const opensAt = answered.document.window?.opensAt;
  const when =
    opensAt === undefined ? 'when its time has come' : `when the window opens at ${isoOf(Date.parse(opensAt))}`;
  return `Accepted. The plan is to be applied ${when}; nobody has to be awake for it, and ${toldHere}.`;
}

const toldHere = 'what becomes of it is told here, also when it comes to nothing';

const underWay = (run: number | undefined): string =>
  run === undefined
    ? `A run that was started for this approval has yet to begin; ${toldHere}.`
    : `Run ${run} is at this approval already; ${toldHere}.`;

const refusalText = ({ rule, state, next }: Refusal): string =>
  `Refused: ${plain(rule)}.\n\n${plain(state)}.\n\nNext: ${plain(next)}.`;
