import { parseAllDocuments, visit } from 'yaml';

/** A document of a configuration backup that can be asked about. */
export interface ConfigurationDocument {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** What a configuration backup holds. */
export interface ConfigurationDocuments {
  readonly documents: readonly ConfigurationDocument[];
  /** Documents that cannot be read, by their number from 1 on, and why. */
  readonly faults: readonly { readonly number: number; readonly says: string }[];
}

/** Longest text that is parsed, characters. */
export const longestConfiguration = 32 * 2 ** 20;
const mostDocuments = 5000;
const mostAliases = 50;
const mostFaults = 20;

/**
 * Read Kubernetes objects from YAML or JSON (YAML 1.2, core schema): every document, and the items of lists. Bounded in
 * size, documents and aliases; a document that is wrong does not keep the others from being read.
 */
export function readConfigurationDocuments(text: string): ConfigurationDocuments {
  if (text.length > longestConfiguration)
    return only(`it has more than ${longestConfiguration / 2 ** 20} Mi characters`);
  const parsed = parseAllDocuments(text, { schema: 'core', prettyErrors: false, logLevel: 'silent', uniqueKeys: true });
  const all = Array.isArray(parsed) ? parsed : [];
  if (all.length > mostDocuments) return only(`it has more than ${mostDocuments} documents`);
  const documents: ConfigurationDocument[] = [];
  const faults: { number: number; says: string }[] = [];
  for (const [index, document] of all.entries()) {
    const read = objectsOf(document);
    if (typeof read === 'string') faults.push({ number: index + 1, says: read });
    else documents.push(...read);
  }
  return { documents: documents.slice(0, mostDocuments), faults: faults.slice(0, mostFaults) };
}

const only = (says: string): ConfigurationDocuments => ({ documents: [], faults: [{ number: 1, says }] });

function objectsOf(
  document: ReturnType<typeof parseAllDocuments>[number] & object,
): readonly ConfigurationDocument[] | string {
  if (!('errors' in document)) return [];
  if (document.errors.length > 0) return 'it is not YAML';
  if (document.warnings.length > 0) return 'it has tags that are not read';
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases += 1;
    },
  });
  if (aliases > mostAliases) return `it has more than ${mostAliases} aliases`;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    return 'its aliases repeat too much of it';
  }
  if (value === null || value === undefined) return [];
  return itemsOf(value);
}

function itemsOf(value: unknown): readonly ConfigurationDocument[] | string {
  const { kind, items } = (value ?? {}) as { readonly kind?: unknown; readonly items?: unknown };
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) {
    const read = documentOf(value);
    return typeof read === 'string' ? read : [read];
  }
  const read = items.map(documentOf);
  const fault = read.find((item) => typeof item === 'string');
  return fault === undefined ? (read as ConfigurationDocument[]) : `an item of its list: ${fault}`;
}

function documentOf(value: unknown): ConfigurationDocument | string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'it is no Kubernetes object';
  const object = value as Record<string, unknown>;
  const { apiVersion, kind, metadata } = object as { apiVersion?: unknown; kind?: unknown; metadata?: unknown };
  const { name, namespace } = (metadata ?? {}) as { name?: unknown; namespace?: unknown };
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return 'it has no apiVersion and kind';
  if (typeof name !== 'string' || !/^[a-zA-Z0-9][-a-zA-Z0-9.:_]{0,252}$/.test(name))
    return `${kind.slice(0, 60)} without a name`;
  return {
    apiVersion,
    kind,
    name,
    ...(typeof namespace === 'string' && namespace !== '' ? { namespace } : {}),
    object: applicable(object),
  };
}

/** An object as it is applied: without what the API server keeps, which an export holds. */
function applicable(object: Record<string, unknown>): Record<string, unknown> {
  const { status: _status, metadata, ...rest } = object;
  const {
    managedFields: _managed,
    resourceVersion: _version,
    uid: _uid,
    creationTimestamp: _created,
    generation: _generation,
    selfLink: _link,
    ...kept
  } = metadata as Record<string, unknown>;
  return { ...rest, metadata: kept };
}

/** Kinds that are never sent to the API server: what they hold is secret, or would be a right. */
const bySchemaAlone = new Set(['Secret', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']);

/** Whether a document is looked at here alone. */
export function isBySchemaAlone({ kind }: Pick<ConfigurationDocument, 'kind'>): boolean {
  return bySchemaAlone.has(kind);
}

/** What is wrong with a Secret or an object of RBAC, by the shape that its API demands; undefined when nothing is. */
export function schemaFault({ kind, object }: ConfigurationDocument): string | undefined {
  if (kind === 'Secret') return secretFault(object);
  return kind.endsWith('Binding') ? bindingFault(object) : rulesFault(object);
}

function secretFault({ data = {}, stringData = {}, type }: Readonly<Record<string, unknown>>): string | undefined {
  if (type !== undefined && typeof type !== 'string') return 'its type is no text';
  if (!isRecordOfTexts(data) || !isRecordOfTexts(stringData)) return 'its data are no texts by key';
  const wrong = Object.entries(data).find(([, value]) => !isBase64(value));
  return wrong === undefined ? undefined : `the value of ${wrong[0].slice(0, 100)} is not base64`;
}

const isRecordOfTexts = (value: unknown): value is Record<string, string> =>
  value !== null && typeof value === 'object' && Object.values(value).every((each) => typeof each === 'string');

const isBase64 = (text: string): boolean => {
  const packed = text.replace(/\s/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
};

function bindingFault({ roleRef, subjects = [] }: Readonly<Record<string, unknown>>): string | undefined {
  const { kind, name } = (roleRef ?? {}) as { readonly kind?: unknown; readonly name?: unknown };
  if (typeof kind !== 'string' || typeof name !== 'string') return 'it names no role';
  return Array.isArray(subjects) ? undefined : 'its subjects are no list';
}

function rulesFault({ rules = [], aggregationRule }: Readonly<Record<string, unknown>>): string | undefined {
  if (rules === null && aggregationRule !== undefined) return undefined;
  if (!Array.isArray(rules)) return 'its rules are no list';
  const wrong = rules.some((rule) => !Array.isArray((rule as { readonly verbs?: unknown } | null)?.verbs));
  return wrong ? 'a rule has no verbs' : undefined;
}
