import type { PortErrorCode } from '../../../src/ports/port-error.ts';
import type { Strike } from './pod-ports.ts';
import type { Ended, Spoken } from './speak.ts';

/** How much longer than in calm all questions together may take because one request failed, ms. */
const mostLostMs = 60_000;

/** What a fault of a connection may be called. */
const named = new Set<PortErrorCode>(['unreachable', 'timeout', 'failed', 'busy', 'gone', 'invalid']);

/** What must not be after one request or one opening was treated badly; none where all is as it should. */
export function objections(spoken: Spoken, calm: Spoken, strike: Strike): readonly string[] {
  const ended = Object.entries(spoken.ended);
  const differ = ended.filter(([name, each]) => answerOf(each) !== answerOf(calm.ended[name]));
  return [
    ...(spoken.tookMs > calm.tookMs + mostLostMs ? [`it took ${spoken.tookMs} ms instead of ${calm.tookMs}`] : []),
    ...ended.flatMap(([name, each]) => ('broke' in each ? [`${name} broke: ${String(each.broke)}`] : [])),
    ...differ.flatMap(([name, each]) => wrong(name, each)),
    ...(differ.length > 0 && passes(strike) ? [`it is not as if nothing had been: ${textOf(differ)}`] : []),
    ...(differ.length === 0 && !passes(strike) && !isFarewell(strike, calm) ? ['nothing tells of it'] : []),
    ...(differ.length > 1 ? [`more than one question failed: ${textOf(differ)}`] : []),
    ...(new Set(spoken.done).size === spoken.done.length ? [] : [`done twice: ${spoken.done.join('; ')}`]),
    ...calm.done
      .filter((each) => differ.length === 0 && !spoken.done.includes(each))
      .map((each) => `called done, and it was not: ${each}`),
  ];
}

const answerOf = (ended: Ended | undefined): string | undefined =>
  ended !== undefined && 'answer' in ended ? ended.answer : undefined;

/** A question that ended otherwise than in calm ended as a trouble that has a name. */
function wrong(name: string, ended: Ended): readonly string[] {
  if ('answer' in ended) return [`${name} answers ${ended.answer}`];
  if ('broke' in ended || named.has(ended.trouble.code)) return [];
  return [`${name} is called ${ended.trouble.code}: ${ended.trouble.message}`];
}

/** Waiting, or asking again, makes it good. */
const passes = ({ fault }: Strike): boolean =>
  ('how' in fault && fault.how === 'slow') || ('status' in fault && fault.status === 429);

const isFarewell = (strike: Strike, { farewells }: Spoken): boolean =>
  'request' in strike && farewells.includes(strike.request);

const textOf = (differ: readonly (readonly [string, Ended])[]): string =>
  differ
    .map(
      ([name, each]) => `${name} (${'trouble' in each ? `${each.trouble.code}: ${each.trouble.message}` : 'answer'})`,
    )
    .join(', ');
