import { z } from 'zod';
import { parseDuration } from '../task/inputs.ts';
import { formatDuration } from './duration.ts';

/** What a rule says when a value breaks it: `"sundey" is not a day`, and what would be right. */
export interface Rule {
  /** The end of the sentence that begins with the value: `is not a duration`. */
  readonly says: string;
  /** What is allowed, in words: `hours and minutes such as 2h, 45m, 1h30m`. */
  readonly allowed: string;
  /** Words that may have been meant. */
  readonly words?: readonly string[] | (() => readonly string[]);
}

/**
 * A string that passes a check; otherwise, and when it is no string at all, the rule is told. `pattern` is what editors
 * check by.
 */
export function text(description: string, rule: Rule, check: (value: string) => boolean, pattern?: string) {
  return z
    .custom<string>((value) => typeof value === 'string' && check(value), {
      error: rule.says,
      params: rule as unknown as Record<string, unknown>,
    })
    .meta({ description, type: 'string', ...(pattern === undefined ? {} : { pattern }) });
}

function matching(description: string, rule: Rule, pattern: RegExp) {
  return text(description, rule, (value) => pattern.test(value), pattern.source);
}

/** A span of elapsed time from a second to `max`, written `2h`, `45m`, `1h30m`, `2d`; milliseconds in code. */
export function duration(description: string, max = 366 * 86_400_000) {
  const rule: Rule = {
    says: 'is not a duration that fits here',
    allowed: `1s … ${formatDuration(max)}, written such as 2h, 45m, 1h30m`,
  };
  const fits = (value: string) => {
    const ms = parseDuration(value);
    return ms !== undefined && ms >= 1000 && ms <= max;
  };
  return text(description, rule, fits, '^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$').transform(
    (value) => parseDuration(value) ?? 0,
  );
}

/** A time of day, `02:00`. */
export function timeOfDay(description: string) {
  return matching(
    description,
    { says: 'is not a time of day', allowed: '00:00 … 23:59, in quotes or not' },
    /^([01][0-9]|2[0-3]):[0-5][0-9]$/,
  );
}

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const HOST =
  /^(?=.{1,253}$)(?:[A-Za-z0-9_](?:[-A-Za-z0-9_]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[-A-Za-z0-9_]*[A-Za-z0-9_])?)*\.?|[0-9a-fA-F:]*:[0-9a-fA-F:.]+)$/;
const SELECTOR_KEY = '([A-Za-z0-9.-]+/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?';
const SELECTOR_VALUE = '([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?';
const SELECTOR_TERM = `(!?${SELECTOR_KEY}|${SELECTOR_KEY} *(=|==|!=) *${SELECTOR_VALUE}|${SELECTOR_KEY} +(in|notin) +\\( *${SELECTOR_VALUE}( *, *${SELECTOR_VALUE})* *\\))`;
const SELECTOR = new RegExp(`^ *${SELECTOR_TERM}( *, *${SELECTOR_TERM})* *$`);

/** The name of a namespace, Service or container. */
export function label(description: string) {
  return matching(
    description,
    { says: 'is not a Kubernetes name', allowed: 'at most 63 lower-case letters, digits and "-"' },
    DNS_LABEL,
  );
}

/** The name of a workload, Secret, ConfigMap or other object. */
export function objectName(description: string) {
  return matching(
    description,
    { says: 'is not a Kubernetes object name', allowed: 'at most 253 lower-case letters, digits, "-" and "."' },
    DNS_NAME,
  );
}

/** A label selector as kubectl takes it: `app=blockchain-node,tier in (a, b)`. */
export function selector(description: string) {
  return matching(
    description,
    { says: 'is not a label selector', allowed: 'a label selector such as app=blockchain-node' },
    SELECTOR,
  );
}

/** A key in a Secret or ConfigMap. */
export function dataKey(description: string) {
  return matching(
    description,
    { says: 'is not a key of a Secret or ConfigMap', allowed: 'letters, digits, "-", "_" and "."' },
    /^[-._a-zA-Z0-9]{1,253}$/,
  );
}

/** A host name or an IP address, without scheme or port. */
export function host(description: string) {
  return matching(
    description,
    { says: 'is not a host name or IP address', allowed: 'a host name or an IP address, without scheme, port or path' },
    HOST,
  );
}

/** An http or https address without user, password, query or fragment. */
export function webAddress(description: string) {
  return matching(
    description,
    { says: 'is not a web address', allowed: 'http:// or https:// with host, port and path, without user or password' },
    /^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/,
  );
}

/** An absolute path inside a container, without `..`. */
export function absolutePath(description: string) {
  return text(
    description,
    { says: 'is not an absolute path', allowed: 'a path that begins with "/" and has no ".." in it' },
    (value) => /^\/[^\0\r\n]*$/.test(value) && !value.split('/').includes('..'),
    '^/',
  );
}

/** A port number. */
export function port(description: string) {
  return z.int().min(1).max(65_535).describe(description);
}

/** One line of text for people, 1 to 300 characters, without control characters. */
export function sentence(description: string) {
  return text(
    description,
    { says: 'is not a line of text', allowed: '1 to 300 characters on one line' },
    (value) => value.trim() !== '' && value.length <= 300 && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value),
  );
}

/** A name that a metric may have (Prometheus text format). */
export function metricName(description: string) {
  return matching(
    description,
    { says: 'is not the name of a metric', allowed: 'letters, digits, "_" and ":", not beginning with a digit' },
    /^[a-zA-Z_:][a-zA-Z0-9_:]*$/,
  );
}

/** The code of a currency that is in use (ISO 4217, as far as the runtime knows them). */
export function currency(description: string) {
  return text(
    description,
    {
      says: 'is not a currency',
      allowed: 'three capital letters such as EUR or USD',
      words: () => Intl.supportedValuesOf('currency'),
    },
    (value) => Intl.supportedValuesOf('currency').includes(value),
    '^[A-Z]{3}$',
  );
}

/** The name of a database, role, bucket or user: no white space, no control characters. */
export function plainName(description: string) {
  return matching(
    description,
    { says: 'is not a name', allowed: '1 to 128 characters without blanks or control characters' },
    /^[^\s\u0000-\u001f\u007f]{1,128}$/,
  );
}

/** A share of a whole, above 0 and at most 1. */
export function share(description: string) {
  return z.number().gt(0).max(1).describe(description);
}
