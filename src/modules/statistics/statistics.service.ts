import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../platform/http/page.js';
import type { Page, PageQuery } from '../../platform/http/page.js';
import { CountedRowQueries } from './counted-row/counted-row.queries.js';
import { FigureService } from './figure.service.js';
import { StatisticsAccess } from './statistics-access.js';
import { figuresOf } from './figure-values.js';
import { StatisticsQueries } from './statistics.queries.js';
import { boothScope, companyScope, fairScope, season } from './statistics.rules.js';
import type { FairFace, Figure, FigureSet } from './statistics.rules.js';

export interface FairFigures {
  readonly fair: FairFace;
  readonly figures: readonly Figure[];
}

export interface BoothFigures {
  readonly companyId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly figures: readonly Figure[];
}

/** The figures that organizers publish, each answer of one moment. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly database: Database,
    private readonly figures: FigureService,
    private readonly queries: StatisticsQueries,
    private readonly rows: CountedRowQueries,
    private readonly access: StatisticsAccess,
  ) {}

  async season(): Promise<FigureSet> {
    return this.figures.takeOne(season);
  }

  async fair(actor: Actor | null, id: string): Promise<FigureSet> {
    await this.access.fair(actor, id);
    return this.figures.takeOne(fairScope(id));
  }

  async company(actor: Actor, id: string): Promise<FigureSet> {
    await this.access.company(actor, id);
    return this.figures.takeOne(companyScope(id));
  }

  /** The season fair by fair, the newest first. */
  async fairs({ limit = defaultPageSize, cursor }: PageQuery): Promise<Page<FairFigures>> {
    const after = decodeCursor(cursor, 2);
    const rows = await this.database.snapshot(async (transaction) => {
      const fairs = await this.queries.countedFairs(transaction, after, limit + 1);
      const scopes = fairs.map((fair) => fairScope(fair.id));
      const sets = await this.figures.takeIn(transaction, scopes);
      return fairs.map((fair, index) => ({ fair, figures: sets[index]?.figures ?? [] }));
    });
    return pageOf(
      rows,
      limit,
      ({ fair }) => [fair.opensAt.getTime(), fair.id],
      (row) => row,
    );
  }

  /** One fair company by company. @throws DomainError `resource.not-found` for all but its organizer */
  async booths(
    actor: Actor,
    fairId: string,
    { limit = defaultPageSize, cursor }: PageQuery,
  ): Promise<Page<BoothFigures>> {
    await this.access.overseenFair(actor, fairId, 'statistics.read');
    const [after = null] = decodeCursor(cursor, 1) ?? [];
    const rows = await this.database.snapshot((transaction) =>
      this.rows.booths(transaction, fairId, after, limit + 1),
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.companyId],
      ({ counts, ...company }) => ({
        ...company,
        figures: figuresOf(boothScope(fairId, company.companyId), counts),
      }),
    );
  }
}
