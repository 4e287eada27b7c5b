import type { CoresAndBytes } from './unused.ts';

/** What one hour costs, in a currency (ISO 4217). */
export interface Prices {
  readonly cpuCoreHour: number;
  readonly memoryGibHour: number;
  readonly currency: string;
}

/** Hours of a month: a twelfth of 365 days. */
export const hoursOfMonth = 730;

const gibibyte = 2 ** 30;

/** What so much costs in a month. */
export const costOfMonth = ({ cpu, memory }: CoresAndBytes, { cpuCoreHour, memoryGibHour }: Prices): number =>
  hoursOfMonth * (cpu * cpuCoreHour + (memory / gibibyte) * memoryGibHour);

/** A sum of money for people: `1,234.50 EUR`; digits behind the point as the currency has them. */
export function formatMoney(amount: number, currency: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return `${amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`;
}
