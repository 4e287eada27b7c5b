import { describe, expect, test } from '@jest/globals';
import { distance, nearest } from '../../../src/domain/configuration/nearest.ts';

describe('the word that was probably meant', () => {
  const cases: [string, string[], string | undefined][] = [
    ['sundey', ['monday', 'sunday'], 'sunday'],
    ['snuday', ['monday', 'sunday'], 'sunday'],
    ['healthPath', ['health-path', 'tls-secret'], 'health-path'],
    ['HEALTH_PATH', ['health-path', 'tls-secret'], 'health-path'],
    ['mon', ['monday', 'sunday'], 'monday'],
    ['m', ['monday', 'sunday'], undefined],
    ['days', ['day', 'dates'], 'day'],
    ['certificates', ['transactions'], undefined],
    ['certifikatesss', ['certificates'], 'certificates'],
    ['xxxtificates', ['certificates'], 'certificates'],
    ['xxxxificates', ['certificates'], undefined],
    ['ab', ['cd'], undefined],
    ['', ['a'], undefined],
    ['x'.repeat(61), ['x'.repeat(60)], undefined],
    ['anything', [], undefined],
    ['cat', ['bat', 'rat'], 'bat'],
  ];
  test.each(cases)('%s of %j', (word, words, expected) => {
    expect(nearest(word, words)).toBe(expected);
  });
});

describe('distance', () => {
  const cases: [string, string, number][] = [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
  ];
  test.each(cases)('%j to %j', (a, b, expected) => {
    expect([distance(a, b), distance(b, a)]).toEqual([expected, expected]);
  });
});
