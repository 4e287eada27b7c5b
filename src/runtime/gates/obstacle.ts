import type { PlanDocument } from '../../domain/approval/document.ts';
import { unprotected } from '../../domain/approval/guard/environment.ts';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Redactor } from '../redactor.ts';

/**
 * Why a plan may not be handed over: everybody would read it, or the gate would not hold it. Read before any job names the
 * environment, since naming a missing one makes it. Rejects with a PortError when the forge cannot be asked.
 */
export async function obstacleTo(
  forge: Forge,
  { approval, reports }: Configuration,
  { environment, type }: PlanDocument,
): Promise<Refusal | undefined> {
  const repository = await forge.repository();
  const gated = type !== 'preventive';
  if (repository.isPublic && !reports.public) {
    return {
      subject: environment,
      rule: 'a plan is never shortened, and in a public repository everybody reads it',
      state: 'the repository is public, and reports.public is not true',
      next: 'set reports.public: true in .github/maintenance.yml, or keep maintenance in a private repository',
    };
  }
  if (gated && approval.gate === 'issue') return undefined;
  const found = await forge.environment(environment);
  const lack =
    found === undefined ? 'there is no such environment' : gated ? unprotected(found, repository) : undefined;
  if (lack === undefined) return undefined;
  return {
    subject: environment,
    rule: 'a gate holds before anything is handed to it',
    state: `${environment}: ${lack}`,
    next: `in Settings → Environments → ${environment}: required reviewers, prevent self-review, no bypass by administrators, and the default branch alone`,
  };
}

/**
 * Why a plan may not be written anywhere: a secret of this process is in it, or in how it is shown. It is not redacted,
 * since what is applied is exactly what was read. Says where, never what.
 */
export function secretIn(redactor: Redactor, document: PlanDocument, shown: string | undefined): Refusal | undefined {
  const place =
    placeOfSecret(redactor, document, []) ?? (isClean(redactor, shown ?? '') ? undefined : 'how it is shown');
  if (place === undefined) return undefined;
  return {
    subject: document.environment,
    rule: 'a plan holds no secret, and is applied exactly as it was read',
    state: `a secret that this job was given is in ${place}`,
    next: 'remove it from where the task reads it; where the secret is an ordinary word, replace it by one that nobody guesses',
  };
}

const isClean = (redactor: Redactor, text: string): boolean => redactor.clean(text) === text;

/** Where in a value a secret is, as names from the outside to the inside: `plans.0.plan.steps.2.parameters.name`. */
function placeOfSecret(redactor: Redactor, value: unknown, path: readonly string[]): string | undefined {
  if (typeof value === 'string') return isClean(redactor, value) ? undefined : path.join('.');
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (!isClean(redactor, key)) return `a name in ${path.join('.')}`;
    const found = placeOfSecret(redactor, item, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
