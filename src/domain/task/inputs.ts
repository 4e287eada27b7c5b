/** What an input of a task accepts, and what its default is. */
export type InputDeclaration = {
  /** One sentence for `action.yml` and the README. */
  readonly description: string;
} & (
  | { readonly kind: 'text'; readonly default: string; readonly pattern?: string; readonly maxLength?: number }
  | {
      readonly kind: 'integer';
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly unit: string;
    }
  | {
      readonly kind: 'number';
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly unit: string;
    }
  /** A share from 0 to 1; `25 %` is understood too. */
  | { readonly kind: 'share'; readonly default: number; readonly min: number; readonly max: number }
  /** Written `36h`, `90m`, `1h30m`, `10s`; the value is milliseconds. */
  | { readonly kind: 'duration'; readonly default: string; readonly min: string; readonly max: string }
  | { readonly kind: 'boolean'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly default: string }
);

/** The inputs of a task by their kebab-case names. */
export type InputDeclarations = Readonly<Record<string, InputDeclaration>>;

/** The parsed value of an input. */
export type InputValue<D extends InputDeclaration> = D extends { kind: 'boolean' }
  ? boolean
  : D extends { kind: 'integer' | 'number' | 'share' | 'duration' }
    ? number
    : D extends { kind: 'choice'; values: readonly (infer V extends string)[] }
      ? V
      : string;

/** The parsed values of all inputs. */
export type InputValues<I extends InputDeclarations> = { readonly [K in keyof I]: InputValue<I[K]> };

/** Why a value is not accepted. */
export interface InputError {
  readonly input: string;
  /** The value as given, shortened to 80 characters. */
  readonly value: string;
  /** What is allowed. */
  readonly allowed: string;
}

const durationUnits: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** Milliseconds of `1h30m`, `36h`, `2d`, `10s`, `250ms`; undefined when it is not a duration. */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim();
  if (!/^(\d+(\.\d+)?(ms|d|h|m|s))+$/.test(compact)) return undefined;
  let total = 0;
  for (const [, amount, , unit] of compact.matchAll(/(\d+(\.\d+)?)(ms|d|h|m|s)/g)) {
    total += Number(amount) * (durationUnits[unit ?? ''] ?? 0);
  }
  return total;
}

const allowedWords = (declaration: InputDeclaration): string => {
  switch (declaration.kind) {
    case 'integer':
      return `a whole number from ${declaration.min} to ${declaration.max} (${declaration.unit})`;
    case 'number':
      return `a number from ${declaration.min} to ${declaration.max} (${declaration.unit})`;
    case 'share':
      return `a share from ${declaration.min} to ${declaration.max}, or a percentage`;
    case 'duration':
      return `a duration from ${declaration.min} to ${declaration.max}, such as 36h, 90m or 1h30m`;
    case 'boolean':
      return 'true or false';
    case 'choice':
      return `one of ${declaration.values.join(', ')}`;
    case 'text':
      return declaration.pattern === undefined
        ? `text of at most ${declaration.maxLength ?? 1000} characters`
        : `text that matches ${declaration.pattern}`;
  }
};

const within = (value: number, min: number, max: number): number | undefined =>
  Number.isFinite(value) && value >= min && value <= max ? value : undefined;

const parseNumber = (text: string, min: number, max: number): number | undefined =>
  /^-?\d+(\.\d+)?$/.test(text) ? within(Number(text), min, max) : undefined;

const parseShare = (text: string, min: number, max: number): number | undefined => {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
  return percent ? within(Number(percent[1]) / 100, min, max) : parseNumber(text, min, max);
};

const parseText = (text: string, declaration: InputDeclaration & { kind: 'text' }): string | undefined => {
  if (text.length > (declaration.maxLength ?? 1000)) return undefined;
  return declaration.pattern === undefined || new RegExp(`^(?:${declaration.pattern})$`, 'u').test(text)
    ? text
    : undefined;
};

const parseBoolean = (text: string): boolean | undefined =>
  text === 'true' ? true : text === 'false' ? false : undefined;

function parseOne(declaration: InputDeclaration, text: string): unknown {
  switch (declaration.kind) {
    case 'text':
      return parseText(text, declaration);
    case 'integer':
      return /^-?\d+$/.test(text) ? within(Number(text), declaration.min, declaration.max) : undefined;
    case 'number':
      return parseNumber(text, declaration.min, declaration.max);
    case 'share':
      return parseShare(text, declaration.min, declaration.max);
    case 'duration': {
      const value = parseDuration(text);
      return value === undefined
        ? undefined
        : within(value, parseDuration(declaration.min) ?? 0, parseDuration(declaration.max) ?? 0);
    }
    case 'boolean':
      return parseBoolean(text);
    case 'choice':
      return declaration.values.includes(text) ? text : undefined;
  }
}

/**
 * The values of a task's inputs. `given` holds strings (from an action) or scalars (from the configuration); an absent or
 * empty one takes the default. All errors come back together.
 */
export function parseInputs<I extends InputDeclarations>(
  declarations: I,
  given: Readonly<Record<string, unknown>>,
): { readonly inputs: InputValues<I> } | { readonly errors: readonly InputError[] } {
  const errors: InputError[] = [];
  const inputs: Record<string, unknown> = {};
  for (const [name, declaration] of Object.entries(declarations)) {
    const raw = Object.hasOwn(given, name) ? given[name] : undefined;
    const text = raw === undefined || raw === null || raw === '' ? String(declaration.default) : String(raw).trim();
    const value = parseOne(declaration, text);
    if (value === undefined) errors.push({ input: name, value: text.slice(0, 80), allowed: allowedWords(declaration) });
    else inputs[name] = value;
  }
  return errors.length > 0 ? { errors } : { inputs: inputs as InputValues<I> };
}
