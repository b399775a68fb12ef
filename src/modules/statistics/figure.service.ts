import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { figuresOf } from './figure-values.js';
import { counterOf, definitionsOf, rowFigures } from './statistics.figures.js';
import type { RowFigure } from './statistics.figures.js';
import { StatisticsQueries } from './statistics.queries.js';
import { scopeId, scopeKinds, scopeName } from './statistics.rules.js';
import type { FigureKey, FigureSet, Scope, ScopeKind } from './statistics.rules.js';
import { SteadyCounts } from './steady-counts.js';

/** Counts by the name of the scope and by figure. */
type ScopeCounts = ReadonlyMap<string, Map<FigureKey, number>>;

/** Takes the figures of any number of scopes: few statements, one moment. */
@Injectable()
export class FigureService {
  private readonly steady = new SteadyCounts();

  constructor(
    private readonly database: Database,
    private readonly queries: StatisticsQueries,
  ) {}

  /** @returns the sets in the order of the scopes */
  async take(scopes: readonly Scope[]): Promise<FigureSet[]> {
    return this.database.snapshot((transaction) => this.takeIn(transaction, scopes));
  }

  async takeOne(scope: Scope): Promise<FigureSet> {
    const [set] = await this.take([scope]);
    if (!set) throw new Error('A scope always has its figures');
    return set;
  }

  /** Within a snapshot that also reads what stands beside the figures. */
  async takeIn(transaction: Transaction, scopes: readonly Scope[]): Promise<FigureSet[]> {
    const takenAt = await this.queries.moment(transaction);
    const counts = await this.readCounters(transaction, scopes);
    for (const figure of rowFigures) {
      for (const kind of scopeKinds) {
        const ofKind = scopes.filter((scope) => scope.kind === kind);
        await this.readRows(transaction, figure, { kind, scopes: ofKind }, counts);
      }
    }
    return scopes.map((scope) => ({
      scope,
      takenAt,
      figures: figuresOf(scope, countsOf(counts, scope)),
    }));
  }

  private async readCounters(
    transaction: Transaction,
    scopes: readonly Scope[],
  ): Promise<ScopeCounts> {
    const values = await this.queries.counters(transaction, scopes.map(scopeName));
    return new Map(
      scopes.map((scope) => {
        const metrics = values.get(scopeName(scope));
        const counted = definitionsOf(scope.kind).flatMap((definition) => {
          const counter = counterOf(definition, scope.kind);
          return counter === undefined
            ? []
            : [[definition.key, metrics?.get(counter) ?? 0] as const];
        });
        return [scopeName(scope), new Map<FigureKey, number>(counted)];
      }),
    );
  }

  /** Adds a figure that is counted from rows, for those scopes that do not know it already. */
  private async readRows(
    transaction: Transaction,
    figure: RowFigure,
    { kind, scopes }: { kind: ScopeKind; scopes: readonly Scope[] },
    counts: ScopeCounts,
  ): Promise<void> {
    const sql = figure.source.rows[kind];
    const asked = scopes.filter((scope) => !this.isSteady(figure, scope, counts));
    if (sql === undefined || asked.length === 0) return;
    const ids = asked.flatMap((scope) => scopeId(scope) ?? []);
    const found = await this.queries.rows(transaction, sql, ids);
    for (const scope of asked) {
      const value = found.get(scopeName(scope)) ?? 0;
      countsOf(counts, scope).set(figure.key, value);
      const counter = counterBeside(figure, scope, counts);
      if (counter !== undefined) this.steady.keep(steadyName(figure, scope), counter, value);
    }
  }

  private isSteady(figure: RowFigure, scope: Scope, counts: ScopeCounts): boolean {
    const counter = counterBeside(figure, scope, counts);
    if (counter === undefined) return false;
    const value = this.steady.find(steadyName(figure, scope), counter);
    if (value !== undefined) countsOf(counts, scope).set(figure.key, value);
    return value !== undefined;
  }
}

function countsOf(counts: ScopeCounts, scope: Scope): Map<FigureKey, number> {
  return counts.get(scopeName(scope)) ?? new Map<FigureKey, number>();
}

/** The exact counter with which the figure stands still, if it has one. */
function counterBeside(figure: RowFigure, scope: Scope, counts: ScopeCounts): number | undefined {
  const { steadyWith } = figure.source;
  return steadyWith === undefined ? undefined : countsOf(counts, scope).get(steadyWith);
}

function steadyName(figure: RowFigure, scope: Scope): string {
  return `${figure.key} ${scopeName(scope)}`;
}
