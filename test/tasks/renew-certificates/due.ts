import { Bench, type BenchTraits } from './bench.ts';

/** A bench with a certificate that ends soon. */
export const due = async (traits: BenchTraits = {}) => {
  const bench = await Bench.make(traits);
  await bench.secret('api-gateway-tls', 12);
  return bench;
};

/** The same, mounted by the gateway. */
export const withGateway = async (traits: BenchTraits = {}, template = {}, spec = {}) => {
  const bench = await due(traits);
  bench.gateway('api-gateway-tls', template, spec);
  return bench;
};
