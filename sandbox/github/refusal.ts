/** An answer that refuses: GitHub's status and the body that GitHub sends with it. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, message: string, more: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.body = { message, ...more, status: String(status) };
  }
}

/** One entry of a 422's `errors`, as GitHub words it. */
export interface FieldError {
  resource: string;
  field: string;
  code: 'custom' | 'invalid' | 'missing_field';
  message?: string;
}

/** The token is unknown or has expired. */
export function badCredentials(): Refusal {
  return new Refusal(401, 'Bad credentials', { documentation_url: 'https://docs.github.com/rest' });
}

/** What was asked for does not exist, or the asker may not know that it does. */
export function notFound(documentation = 'https://docs.github.com/rest'): Refusal {
  return new Refusal(404, 'Not Found', { documentation_url: documentation });
}

/** The job's token lacks the permission. */
export function notAccessible(documentation: string): Refusal {
  return new Refusal(403, 'Resource not accessible by integration', { documentation_url: documentation });
}

/** The body is JSON of the right shape, but GitHub's own rules refuse a value. */
export function validationFailed(documentation: string, errors: FieldError[]): Refusal {
  return new Refusal(422, 'Validation Failed', { errors, documentation_url: documentation });
}

/** The body does not have the shape that the operation describes. */
export function invalidRequest(documentation: string, problems: string[]): Refusal {
  return new Refusal(422, `Invalid request.\n\n${problems.join('\n')}`, { documentation_url: documentation });
}
