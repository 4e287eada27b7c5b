import { describe, expect, test } from '@jest/globals';
import { covers, dnsNameCovers, serviceHosts, serviceOf } from '../../../src/domain/certificate/names.ts';

describe('a DNS name of a certificate stands for a host (RFC 9525 §6.3)', () => {
  test.each([
    ['api.example', 'api.example', true],
    ['API.Example', 'api.exAMPLE', true],
    ['api.example.', 'api.example', true],
    ['api.example', 'api.example.', true],
    ['*.example.com', 'api.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'a.b.example.com', false],
    ['*.com', 'example.com', false],
    ['*', 'localhost', false],
    ['a*.example.com', 'api.example.com', false],
    ['api.*.com', 'api.example.com', false],
    ['*.*.com', 'a.b.com', false],
    ['example.com', 'notexample.com', false],
    ['api.example\0.evil', 'api.example', false],
    ['', '', false],
    ['api..example', 'api..example', false],
  ])('%j for %j: %s', (pattern, host, expected) => {
    expect(dnsNameCovers(pattern, host)).toBe(expected);
  });
});

describe('a certificate covers a host', () => {
  test.each([
    ['address by address', { dnsNames: [], ipAddresses: ['10.77.1.1'] }, '10.77.1.1', true],
    ['address not by a name of the same letters', { dnsNames: ['10.77.1.1'], ipAddresses: [] }, '10.77.1.1', false],
    ['IPv6 however it is written', { dnsNames: [], ipAddresses: ['2001:db8:0:0:0:0:0:1'] }, '2001:db8::1', true],
    ['IPv4 in IPv6', { dnsNames: [], ipAddresses: ['::ffff:10.0.0.1'] }, '::ffff:a00:1', true],
    ['another address', { dnsNames: [], ipAddresses: ['10.77.1.2'] }, '10.77.1.1', false],
    ['one of several names', { dnsNames: ['a.example', 'b.example'], ipAddresses: [] }, 'b.example', true],
    ['no names: the common name does not count', { dnsNames: [], ipAddresses: [] }, 'api.example', false],
  ])('%s', (_, certificate, host, expected) => {
    expect(covers(certificate, host)).toBe(expected);
  });
});

describe('Services', () => {
  test.each([
    ['api-gateway.phoenix-rooivalk.svc', 'api-gateway'],
    ['api-gateway.phoenix-rooivalk.svc.cluster.local', 'api-gateway'],
    ['api-gateway.phoenix-rooivalk', 'api-gateway'],
    ['api-gateway.elsewhere.svc', undefined],
    ['api-gateway', undefined],
    ['api.example.com', undefined],
  ])('%s is the Service %s', (host, service) => {
    expect(serviceOf(host, 'phoenix-rooivalk')).toBe(service);
  });

  test('every form is found again', () => {
    for (const host of serviceHosts('x', 'y').slice(1)) expect(serviceOf(host, 'y')).toBe('x');
  });
});
