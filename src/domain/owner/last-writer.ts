import type { ManagedFieldsEntry, ObjectMeta } from '../kubernetes/objects.ts';
import { type FieldPath, holdsField } from './field.ts';
import { shownName } from './shown-name.ts';

/**
 * Who wrote an object last, as far as it says so itself. `changed`: that manager holds the very field that is asked about;
 * `written`: only who wrote any of the object's fields is known; `made`: when the object came to be, by whomever. Which person
 * or account it was, the audit log alone knows.
 */
export type LastWriter = {
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
} & (
  | { readonly how: 'made' }
  | {
      readonly how: 'changed' | 'written';
      /** The field manager, made safe to be shown. */
      readonly manager: string;
    }
);

type Named = { readonly manager: string; readonly at: string };

/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
export function lastWriter({ managedFields = [] }: ObjectMeta, field?: FieldPath): LastWriter | undefined {
  const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => holdsField(fieldsV1, field));
  const changed = newest(holding);
  if (changed !== undefined) return { how: 'changed', ...changed };
  const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
  return written && { how: 'written', ...written };
}

const isOfSpec = ({ subresource }: ManagedFieldsEntry): boolean => subresource !== 'status';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** The times are all of one form, so that they sort as text. */
function newest(entries: readonly ManagedFieldsEntry[]): Named | undefined {
  const dated = entries.flatMap(({ manager = '', time = '' }) =>
    instant.test(time) && manager !== '' ? [{ manager: shownName(manager), at: time }] : [],
  );
  return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}

/** When an object was made, where its identity is what is asked about. */
export function madeWhen({ creationTimestamp = '' }: ObjectMeta): LastWriter | undefined {
  return instant.test(creationTimestamp) ? { how: 'made', at: creationTimestamp } : undefined;
}

/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
export function writerWords(writer: LastWriter): string {
  const when = `${writer.at.slice(0, 10)} ${writer.at.slice(11, 19)} UTC`;
  if (writer.how === 'made') return `made ${when}`;
  return `${writer.how === 'changed' ? 'changed' : 'last written'} ${when} by manager ${writer.manager}`;
}
