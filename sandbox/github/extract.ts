import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from './operations.ts';

/** The npm package that publishes GitHub's own OpenAPI description, and the version that the excerpt comes from. */
const source = { name: '@octokit/openapi', version: '23.0.2', file: 'package/generated/api.github.com.json' };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

/** Keys that only people read, or only other programs: they are four fifths of the description. */
const dropped = new Set(['example', 'examples', 'x-github', 'x-octokit', 'tags', 'deprecated', 'x-multi-segment']);

function isNode(value: Json | undefined): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keywords whose keys are names (of properties, of answers, of headers) and not keywords themselves. */
const naming = new Set(['properties', 'responses', 'content', 'headers', 'patternProperties']);

/** What is kept of one keyword's value; undefined drops the keyword. */
function pruneKeyword(key: string, entry: Json, around: Node): Json | undefined {
  if (dropped.has(key)) return undefined;
  // A response must have a description, be it empty.
  if (key === 'description') return 'content' in around || 'headers' in around ? '' : undefined;
  // OpenAPI 3.0.3 wants null listed; GitHub's answers hold it (a job that runs has no conclusion), its lists do not.
  if (key === 'enum' && around.nullable === true && Array.isArray(entry)) return [...new Set([...entry, null])];
  return naming.has(key) ? pruneNames(entry) : prune(entry);
}

function pruneNames(value: Json): Json {
  if (!isNode(value)) return prune(value);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, prune(entry)]));
}

/** What may be null but has no type of its own: JSON Schema says so by one more branch. */
function withNull(node: Node): Node {
  if (node.nullable !== true || node.type !== undefined) return node;
  const { nullable: _nullable, oneOf, anyOf, allOf, ...rest } = node;
  const branches = oneOf ?? anyOf;
  if (Array.isArray(branches)) return { ...rest, anyOf: [...branches, { enum: [null] }] };
  if (Array.isArray(allOf)) return { ...rest, anyOf: [{ allOf }, { enum: [null] }] };
  return rest;
}

/** Drops what nobody validates by. */
function prune(value: Json): Json {
  if (Array.isArray(value)) return value.map(prune);
  if (!isNode(value)) return value;
  const kept: Node = {};
  for (const [key, entry] of Object.entries(value)) {
    const pruned = pruneKeyword(key, entry, value);
    if (pruned !== undefined) kept[key] = pruned;
  }
  return withNull(kept);
}

function references(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const entry of value) references(entry, found);
  else if (isNode(value))
    for (const [key, entry] of Object.entries(value)) {
      if (key === '$ref' && typeof entry === 'string') found.add(entry);
      else references(entry, found);
    }
}

function at(document: Node, pointer: string): Json {
  let here: Json | undefined = document;
  for (const part of pointer.replace(/^#\//, '').split('/')) here = isNode(here) ? here[part] : undefined;
  if (here === undefined) throw new Error(`${pointer} is not in GitHub's description`);
  return here;
}

function put(document: Node, pointer: string, value: Json): void {
  const parts = pointer.replace(/^#\//, '').split('/');
  const last = parts.pop() as string;
  let here = document;
  for (const part of parts) {
    here[part] ??= {};
    here = here[part] as Node;
  }
  here[last] = value;
}

/** Where the description is narrower than GitHub, by its own prose. */
function loosen(parameters: Node): void {
  const created = parameters.created as Node | undefined;
  // "For more information on the syntax, see search syntax": ranges such as `>=2026-11-24`, which are no date-time.
  if (created !== undefined) created.schema = { type: 'string' };
  const workflow = parameters['workflow-id'] as Node | undefined;
  // "You can also pass the workflow file name": an id is a string of digits in a path, so `oneOf` would match twice.
  if (workflow !== undefined) workflow.schema = { type: 'string' };
}

/**
 * The part of GitHub's description that the listed operations need, with everything they refer to.
 *
 * @throws when an operation is not described, or is described under another id: then `operations.ts` is wrong.
 */
export function excerpt(full: Node): Node {
  const small: Node = {
    openapi: full.openapi ?? '3.0.3',
    info: {
      title: "Excerpt of GitHub's REST API",
      version: source.version,
      license: at(full, '#/info/license'),
      'x-source': `npm ${source.name} ${source.version}, ${source.file}`,
    },
    servers: [],
    paths: {},
  };
  const waiting: string[] = [];
  for (const { id, method, path } of operations) {
    const described = isNode(full.paths) && isNode(full.paths[path]) ? full.paths[path][method] : undefined;
    if (!isNode(described) || described.operationId !== id) throw new Error(`${method} ${path} is not ${id}`);
    const kept = prune(described) as Node;
    (small.paths as Node)[path] = { ...((small.paths as Node)[path] as Node | undefined), [method]: kept };
    const found = new Set<string>();
    references(kept, found);
    waiting.push(...found);
  }
  const done = new Set<string>();
  for (let pointer = waiting.pop(); pointer !== undefined; pointer = waiting.pop()) {
    if (done.has(pointer)) continue;
    done.add(pointer);
    const kept = prune(at(full, pointer));
    put(small, pointer, kept);
    const found = new Set<string>();
    references(kept, found);
    waiting.push(...found);
  }
  const components = small.components as Node;
  loosen(components.parameters as Node);
  small.components = Object.fromEntries(
    Object.entries(components).map(([kind, parts]) => [
      kind,
      Object.fromEntries(Object.entries(parts as Node).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
  return small;
}

/** Fetches the package into a folder of its own, takes one file, and removes the folder: it is 385 MB unpacked. */
function download(): Node {
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-openapi-'));
  try {
    console.log(`fetching ${source.name} ${source.version}`);
    execFileSync('npm', ['pack', '--silent', `${source.name}@${source.version}`, '--pack-destination', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const tarball = join(folder, `octokit-openapi-${source.version}.tgz`);
    execFileSync('tar', ['-xzf', tarball, '-C', folder, source.file]);
    return JSON.parse(readFileSync(join(folder, source.file), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const from = process.argv[2];
  const full = from === undefined ? download() : JSON.parse(readFileSync(from, 'utf8'));
  const target = join(import.meta.dirname, 'openapi', 'api.github.com.json');
  const text = `${JSON.stringify(excerpt(full), null, 1)}\n`;
  writeFileSync(target, text);
  console.log(`${target}: ${operations.length} operations, ${Math.round(text.length / 1024)} KiB`);
}
