import type { Range } from './job.js';
import type { Random } from './random.js';
import type { EmploymentType, PayPeriod } from './season.types.js';

const hoursPerMonth = 174;
const daysPerMonth = 21.75;

/** Above the minimum wages of Shanghai, a month and an hour. */
const leastMonthlyPay = 3_000;
const leastHourlyPay = 26;

export interface Pay {
  /** Minor units (fen). */
  readonly payMin: number;
  readonly payMax: number;
  readonly payPeriod: PayPeriod;
}

/** A pay range for one posting, drawn from what its kind of job earns a month. */
export function postingPay(
  monthlyYuan: Range,
  employmentType: EmploymentType,
  random: Random,
): Pay {
  const { least, most } = monthlyYuan;
  const monthly = Math.max(leastMonthlyPay, least + random.next() * (most - least) * 0.6);
  const stretch = 1.15 + random.next() * 0.55;
  const period = payPeriod(employmentType, monthly, random);
  const { yuan, step } = perPeriod(monthly, period, employmentType);
  const lower = roundTo(yuan, step);
  const upper = Math.max(lower, roundTo(yuan * stretch, step));
  return {
    payMin: Math.round(lower * 100),
    payMax: Math.round(upper * 100),
    payPeriod: period,
  };
}

function payPeriod(type: EmploymentType, monthlyYuan: number, random: Random): PayPeriod {
  if (type === 'part_time') return 'hour';
  if (type === 'internship') return 'day';
  if (type === 'gig') return random.pick(['hour', 'day', 'day', 'week']);
  return monthlyYuan > 22_000 && random.chance(0.25) ? 'year' : 'month';
}

function perPeriod(
  monthlyYuan: number,
  period: PayPeriod,
  type: EmploymentType,
): { yuan: number; step: number } {
  const daily = (monthlyYuan / daysPerMonth) * (type === 'internship' ? 0.55 : 1.1);
  switch (period) {
    case 'hour':
      return { yuan: Math.max(leastHourlyPay, (monthlyYuan / hoursPerMonth) * 1.15), step: 0.5 };
    case 'day':
      return { yuan: Math.max(120, daily), step: 10 };
    case 'week':
      return { yuan: daily * 5, step: 50 };
    case 'month':
      return { yuan: monthlyYuan, step: monthlyYuan < 10_000 ? 100 : 500 };
    case 'year':
      return { yuan: monthlyYuan * 13, step: 1_000 };
  }
}

function roundTo(yuan: number, step: number): number {
  return Math.round(yuan / step) * step;
}
