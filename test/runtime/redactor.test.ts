import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../../src/runtime/redactor.ts';

const secret = 'p"ä s/w:ö+rd\\7';

describe('a secret is found in every form in which it travels', () => {
  test.each([
    ['raw', secret],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64 without padding', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
    ['base64url', Buffer.from(secret).toString('base64url')],
    ['URL', encodeURIComponent(secret)],
    ['JSON', JSON.stringify({ password: secret })],
  ])('%s', (_, form) => {
    const redactor = new Redactor();
    redactor.add(secret);
    expect(redactor.clean(`before ${form} after`)).toContain('***');
    expect(redactor.clean(form)).not.toContain(form.replace(/^\{"password":"|"\}$/g, ''));
  });
});

test('each line of a key is a secret of its own', () => {
  const redactor = new Redactor();
  redactor.add('-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n');
  expect(redactor.clean('a line: hkiG9w0BAQEFAASC')).toBe('a line: ***');
});

test('a secret of one to three characters would tear text apart, and is not taken', () => {
  const redactor = new Redactor();
  expect(redactor.add('a')).toEqual([]);
  expect(redactor.clean('a cat')).toBe('a cat');
});

test('the longer of two nested secrets is taken whole', () => {
  const redactor = new Redactor();
  redactor.add('hunter2');
  redactor.add('hunter2-and-more');
  expect(redactor.clean('hunter2-and-more')).toBe('***');
});

test('every string of a JSON value is cleaned, keys included', () => {
  const redactor = new Redactor();
  redactor.add('hunter2');
  expect(redactor.cleanJson({ 'the hunter2': ['hunter2', { a: 'x hunter2' }], n: 1, nothing: null })).toEqual({
    'the ***': ['***', { a: 'x ***' }],
    n: 1,
    nothing: null,
  });
});
