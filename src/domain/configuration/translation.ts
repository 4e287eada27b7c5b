import type { z } from 'zod';
import { quoted } from './configuration-error.ts';
import { nearest } from './nearest.ts';
import type { Fault, PathPart, YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** The parts of JSON Schema that say what is allowed at a place. */
interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
}

/** What an issue's `params` may say (see `Rule` in values.ts). */
interface Params {
  readonly allowed?: string;
  readonly words?: readonly string[] | (() => readonly string[]);
  /** The sentence stands without a value. */
  readonly noValue?: boolean;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a section',
  record: 'a section',
};

/** What YAML 1.2 takes for text, though many readers take it for true or false. */
const truth = new Map([
  ...['yes', 'on'].map((word) => [word, 'true'] as const),
  ...['no', 'off'].map((word) => [word, 'false'] as const),
]);

const MISSING = 'is missing';
const NO_VALUE = 'has no value; write one, or remove the line';

function branches(node: SchemaNode | undefined): readonly SchemaNode[] {
  if (node === undefined) return [];
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap(branches);
}

function stepInto(nodes: readonly SchemaNode[], part: PathPart): readonly SchemaNode[] {
  return nodes.flatMap((node) => {
    if (typeof part === 'number') return branches(node.items);
    const { properties = {}, additionalProperties: more } = node;
    if (Object.hasOwn(properties, part)) return branches(properties[part]);
    return typeof more === 'object' ? branches(more) : [];
  });
}

const at = (root: SchemaNode, path: readonly PathPart[]) => path.reduce(stepInto, branches(root));

/** Words as a list; a long one (days of the week) by its ends. */
function listed(words: readonly string[], most = 6): string {
  if (words.length <= most) return words.join(', ');
  return `${words[0]} … ${words.at(-1)}`;
}

function numberRange(node: SchemaNode): string {
  const word = node.type === 'integer' ? 'a whole number' : 'a number';
  const from = node.exclusiveMinimum === undefined ? `from ${node.minimum ?? 0}` : `above ${node.exclusiveMinimum}`;
  return node.maximum === undefined ? word : `${word} ${from} to ${node.maximum}`;
}

function allowedOf(node: SchemaNode): readonly string[] {
  if (node.enum !== undefined) return [listed(node.enum.map(String))];
  if (node.const !== undefined) return [String(node.const)];
  if (node.type === 'number' || node.type === 'integer') return [numberRange(node)];
  if (node.type === 'object' && node.properties !== undefined) {
    return [`a section with ${listed(Object.keys(node.properties), 12)}`];
  }
  return node.type === undefined ? [] : [kinds[node.type] ?? node.type];
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** What may stand at a place, in words. */
function allowedAt(root: SchemaNode, path: readonly PathPart[]): string | undefined {
  const nodes = at(root, path);
  const texts = unique(nodes.flatMap(allowedOf));
  if (texts.length === 0) return undefined;
  return texts.map((each) => (each === 'a list' && nodes.length > 1 ? 'a list of them' : each)).join(', or ');
}

const wordsAt = (root: SchemaNode, path: readonly PathPart[]) =>
  at(root, path)
    .flatMap((node) => [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])])
    .map(String);

/** Of a union's branches, the one that came closest: which accepts the kind of value, and whose faults lie deepest. */
function closest(branchIssues: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => {
    const [first] = issues;
    if (first === undefined) return -1;
    return first.path.length + (first.code === 'invalid_type' && first.path.length === 0 ? -1 : 0);
  };
  return branchIssues.reduce<readonly Issue[]>((best, each) => (depth(each) > depth(best) ? each : best), []);
}

/** An issue and those inside it, with whole paths. */
function flatten(
  issue: Issue,
  prefix: readonly PathPart[] = [],
): readonly { issue: Issue; path: readonly PathPart[] }[] {
  const path = [...prefix, ...(issue.path as PathPart[])];
  if (issue.code === 'invalid_union') return closest(issue.errors).flatMap((each) => flatten(each, path));
  if (issue.code === 'invalid_key') return issue.issues.slice(0, 1).map((each) => ({ issue: each, path }));
  return [{ issue, path }];
}

interface Context {
  readonly source: YamlSource;
  readonly schema: SchemaNode;
}

function unknownKeys(keys: readonly string[], path: readonly PathPart[], { schema }: Context): readonly Fault[] {
  const known = at(schema, path).flatMap((node) => Object.keys(node.properties ?? {}));
  return keys.map((key) => ({
    path: [...path, key],
    mark: 'key',
    message: `${quoted(key)} is not known here`,
    meant: nearest(key, known),
    allowed: known.length === 0 ? undefined : listed(known, 30),
  }));
}

function wrongKind(issue: Issue & { code: 'invalid_type' }, path: readonly PathPart[], context: Context): Fault {
  const value = context.source.written(path);
  const expected = kinds[issue.expected] ?? issue.expected;
  const allowed = allowedAt(context.schema, path);
  if (issue.input === undefined) return { path, message: MISSING, allowed };
  if (issue.input === null) return { path, message: NO_VALUE, allowed };
  const meant = issue.expected === 'boolean' ? truth.get(String(issue.input).toLowerCase()) : undefined;
  const what = value ?? (Array.isArray(issue.input) ? 'a list' : 'a section');
  return { path, message: `${what} is not ${expected}`, meant, allowed };
}

function wrongSize(
  issue: Issue & { code: 'too_small' | 'too_big' },
  path: readonly PathPart[],
  context: Context,
): Fault {
  const few = issue.code === 'too_small';
  if (issue.origin === 'array' || issue.origin === 'map') {
    const bound = String('minimum' in issue ? issue.minimum : issue.maximum);
    return {
      path,
      message: `has too ${few ? 'few' : 'many'} entries`,
      allowed: `at ${few ? 'least' : 'most'} ${bound}`,
    };
  }
  const value = context.source.written(path) ?? 'the value';
  return { path, message: `${value} is too ${few ? 'small' : 'large'}`, allowed: allowedAt(context.schema, path) };
}

function broken(issue: Issue, path: readonly PathPart[], context: Context): Fault {
  const params = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as Params;
  const allowed = params.allowed ?? allowedAt(context.schema, path);
  if (issue.input === undefined) return { path, message: MISSING, allowed };
  if (issue.input === null) return { path, message: NO_VALUE, allowed };
  const words = typeof params.words === 'function' ? params.words() : (params.words ?? wordsAt(context.schema, path));
  const value = params.noValue ? undefined : context.source.written(path);
  const says = issue.message.startsWith('Invalid') ? 'is not allowed here' : issue.message;
  return {
    path,
    message: value === undefined ? says : `${value} ${says}`,
    meant: typeof issue.input === 'string' ? nearest(issue.input, words) : undefined,
    allowed,
  };
}

/** The faults of the file that zod's issues stand for, with what is allowed and what was probably meant. */
export function translate(issues: readonly Issue[], source: YamlSource, schema: object): readonly Fault[] {
  const context = { source, schema: schema as SchemaNode };
  return issues.flatMap((whole) =>
    flatten(whole).flatMap(({ issue, path }): readonly Fault[] => {
      if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, context);
      if (issue.code === 'invalid_type') return [wrongKind(issue, path, context)];
      if (issue.code === 'too_small' || issue.code === 'too_big') return [wrongSize(issue, path, context)];
      return [broken(issue, path, context)];
    }),
  );
}
