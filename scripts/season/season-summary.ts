import type { PeakMegabytes } from './process-meter.js';
import type { SeasonOptions } from './season-options.js';
import { disagreementLines } from './season-report.js';
import type { SeasonOutcome } from './season-run.js';
import { isAgreed } from './season-verdict.js';
import type { Verdict } from './season-verdict.js';
import type { StageClock } from './stage-clock.js';

/** All that a season came to. */
export interface SeasonParts {
  readonly options: SeasonOptions;
  readonly outcome: SeasonOutcome;
  readonly verdict: Verdict;
  readonly clock: StageClock;
  readonly peak: PeakMegabytes;
  readonly viewers: number;
}

/** What stands below the tables. */
export function seasonNotes({ outcome, verdict, viewers }: SeasonParts): string {
  const { accounts, sent, session } = outcome;
  const { median, p99 } = sent.milliseconds;
  const found = [disagreementLines(verdict.disagreements), ...verdict.faults].filter(Boolean);
  return [
    `Applications were answered in ${median.toFixed(0)} ms (median), ${p99.toFixed(0)} ms (p99).`,
    `${viewers} sockets heard ${session.sent} messages and saw ${session.cards} job cards; ` +
      `${verdict.view.wallFrames} frames of the wall reached them.`,
    `${accounts.signedUp} jobseekers and the operator signed up over HTTP; the accounts and ` +
      `sessions of ${accounts.seeded} more were written into the database at once.`,
    found.length === 0
      ? `All agree: ${verdict.sources.join(', ')}.`
      : `They do not agree:\n${found.join('\n')}`,
  ].join('\n');
}

/** The one line of `--json`. */
export function seasonSummary(parts: SeasonParts): object {
  const { options, outcome, verdict, clock, peak, viewers } = parts;
  const valueOf = (key: string): number | null =>
    verdict.figures.find((figure) => figure.key === key)?.value ?? null;
  return {
    fairs: valueOf('fairs'),
    companies: valueOf('companies'),
    openings: valueOf('openings'),
    applications: valueOf('applications'),
    headcount: valueOf('headcount'),
    applicants: valueOf('applicants'),
    processed: valueOf('processed'),
    attention: valueOf('attention'),
    messages: outcome.session.sent,
    sockets: viewers,
    agree: isAgreed(verdict),
    scale: options.scale,
    seed: options.seed,
    applicationMilliseconds: rounded(outcome.sent.milliseconds),
    peakMegabytes: rounded(peak),
    seconds: rounded(clock.total()),
    stages: clock.costs.map(rounded),
  };
}

/** Nobody reads more than hundredths. */
function rounded(values: object): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 100) / 100 : (value as unknown),
    ]),
  );
}
