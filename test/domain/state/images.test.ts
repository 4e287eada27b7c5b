import { expect, test } from '@jest/globals';
import {
  quarantined,
  quarantineOf,
  recordedDigests,
  rememberImages,
  type SeenImage,
  seenSince,
  unrecorded,
} from '../../../src/domain/state/images.ts';

const digestOf = (n: number) => `sha256:${String(n).padStart(64, '0')}` as const;
const image = (n: number, repository = 'reg.example:5000/a'): SeenImage => ({
  repository,
  tag: '1.4.3',
  digest: digestOf(n),
});
const at = Date.parse('2026-11-22T02:00:00Z');

test('an image keeps the moment when it was seen first', () => {
  const once = rememberImages({}, [image(1)], at);
  const twice = rememberImages(once, [image(1), image(2)], at + 1000);
  expect([seenSince(twice, image(1)), seenSince(twice, image(2)), seenSince(twice, image(3))]).toEqual([
    at,
    at + 1000,
    undefined,
  ]);
  expect(recordedDigests(twice, image(9))).toEqual([digestOf(1), digestOf(2)]);
  expect(unrecorded(twice, [image(1), image(3)])).toEqual([image(3)]);
  expect(rememberImages(twice, [image(1)], at + 9)).toEqual(twice);
});

test('what is in use keeps its past when the record is full', () => {
  const old = rememberImages({}, [image(1)], at - 1e9);
  const crowd = Array.from({ length: 2_500 }, (_, n) => image(n, `reg.example:5000/other-${n}`));
  const crowded = rememberImages(old, crowd, at);
  const next = rememberImages(crowded, [image(2)], at + 1);
  expect(Object.keys(crowded).length).toBe(2_000);
  expect(Object.keys(next).length).toBe(2_000);
  const held = rememberImages({ ...next, ...old }, [image(1)], at + 2);
  expect(seenSince(held, image(1))).toBe(at - 1e9);
  expect(Object.keys(held).length).toBe(2_000);
});

test('names of the prototype are no images', () => {
  expect(seenSince({}, { repository: '__proto__', tag: 'x', digest: digestOf(1) })).toBeUndefined();
  expect(quarantineOf({}, 'constructor', digestOf(1))).toBeUndefined();
});

test('the quarantine keeps the first reason, and the newest 500', () => {
  const bad = { repository: 'reg/a', digest: digestOf(1), subject: 'deployment/a', why: 'w'.repeat(900) };
  const one = quarantined({}, bad, at);
  expect(quarantineOf(one, 'reg/a', digestOf(1))).toMatchObject({ subject: 'deployment/a' });
  expect(quarantineOf(one, 'reg/a', digestOf(1))?.why).toHaveLength(300);
  expect(quarantined(one, { ...bad, why: 'another' }, at + 1)).toBe(one);
  let many = one;
  for (let n = 2; n <= 501; n += 1) many = quarantined(many, { ...bad, digest: digestOf(n) }, at + n);
  expect(Object.keys(many)).toHaveLength(500);
  expect(quarantineOf(many, 'reg/a', digestOf(1))).toBeUndefined();
  expect(quarantineOf(many, 'reg/a', digestOf(501))).toBeDefined();
});
