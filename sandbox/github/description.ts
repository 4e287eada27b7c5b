import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { type Operation as Described, OpenAPIBackend, type Request } from 'openapi-backend';
import { isExtra } from './extras.ts';
import { invalidRequest, notFound } from './refusal.ts';

type Schema = Record<string, unknown>;

/** GitHub's description, compiled: it routes requests, and says what is wrong with a request or an answer. */
export interface Description {
  match(request: Request): Described | undefined;
  documentation(operation: Described): string;
  /** @throws Refusal when GitHub would not accept the request. */
  checkRequest(request: Request, operation: Described): void;
  /** What is wrong with an answer: what the schema refuses, and every field that neither it nor `extras.ts` knows. */
  faults(operation: Described, status: number, body: unknown): string[];
}

const definition = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi', 'api.github.com.json'), 'utf8'));

function children(schema: Schema): Schema[] {
  return ['allOf', 'anyOf', 'oneOf'].flatMap((word) => (schema[word] as Schema[] | undefined) ?? []);
}

function resolve(schema: Schema): Schema {
  let here = schema;
  while (typeof here.$ref === 'string') {
    const [kind, name] = here.$ref.split('/').slice(2) as [string, string];
    here = definition.components[kind][name];
  }
  return here;
}

/** Every schema that may describe one property: a property may be described in several branches. */
function described(schema: Schema, property: string): Schema[] {
  const here = resolve(schema);
  const own = (here.properties as Record<string, Schema> | undefined)?.[property];
  const open = here.additionalProperties;
  const found = children(here).flatMap((child) => described(child, property));
  if (own !== undefined) found.push(own);
  else if (typeof open === 'object' && open !== null) found.push(open as Schema);
  return found;
}

function items(schema: Schema): Schema[] {
  const here = resolve(schema);
  const own = here.items as Schema | undefined;
  return [...(own === undefined ? [] : [own]), ...children(here).flatMap(items)];
}

/** The paths of the fields that the schemas do not describe. */
function undescribed(schemas: Schema[], value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const inner = schemas.flatMap(items);
    return value.flatMap((entry) => undescribed(inner, entry, `${path}[]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const here = `${path}.${name}`;
    const inner = schemas.flatMap((schema) => described(schema, name));
    return inner.length === 0 ? [here] : undescribed(inner, entry, here);
  });
}

function responseSchema(operation: Described, status: number): Schema | undefined {
  const responses = operation.responses as Record<string, Schema> | undefined;
  const response = responses?.[status] === undefined ? undefined : resolve(responses[status]);
  const content = response?.content as Record<string, { schema: Schema }> | undefined;
  return content?.['application/json']?.schema;
}

function worded(error: { instancePath?: string; keyword?: string; message?: string; params?: unknown }): string {
  const params = error.params as { missingProperty?: string };
  if (error.keyword === 'required') return `"${params.missingProperty}" wasn't supplied.`;
  const field = error.instancePath?.split('/').filter(Boolean).slice(1).join('.');
  return `For '${field || 'body'}', ${error.message}.`;
}

/** Reads and compiles the excerpt of GitHub's description. */
export async function openDescription(): Promise<Description> {
  const backend = new OpenAPIBackend({
    definition: structuredClone(definition),
    // To make a validator short takes as long as to make it, and each is asked a few times.
    ajvOpts: { strict: false, allErrors: true, code: { optimize: false } },
    customizeAjv: (ajv) => addFormats.default(ajv),
    coerceTypes: true,
    // Compiles each validator when it is first needed: starts in 0.01 s instead of 4.
    quick: true,
  });
  await backend.init();
  const documentation = (operation: Described): string => operation.externalDocs?.url ?? 'https://docs.github.com/rest';
  return {
    documentation,
    match(request) {
      try {
        return backend.router.matchOperation(request, true);
      } catch {
        return undefined;
      }
    },
    checkRequest(request, operation) {
      const { valid, errors } = backend.validator.validateRequest(request, operation);
      if (valid) return;
      const found = errors ?? [];
      if (found.some(({ instancePath }) => instancePath.startsWith('/path'))) throw notFound(documentation(operation));
      throw invalidRequest(documentation(operation), found.map(worded));
    },
    faults(operation, status, body) {
      const schema = responseSchema(operation, status);
      if (schema === undefined) return body === undefined ? [] : [`${status} has no body in the description`];
      const { errors } = backend.validator.validateResponse(body, operation, status);
      const wrong = (errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
      const name = operation.operationId as string;
      const surplus = undescribed([schema], body, '').filter((path) => !isExtra(name, path));
      return [...wrong, ...surplus.map((path) => `${path} is described neither by GitHub nor in extras.ts`)];
    },
  };
}
