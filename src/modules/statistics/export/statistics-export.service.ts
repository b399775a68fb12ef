import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { csvStream } from '../../../platform/csv/csv-export.js';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import type { Locale } from '../../../platform/errors/domain-error.js';
import { CountedRowQueries } from '../counted-row/counted-row.queries.js';
import type { BoothCounts } from '../counted-row/counted-row.queries.js';
import { FigureService } from '../figure.service.js';
import { StatisticsAccess } from '../statistics-access.js';
import { figuresOf } from '../figure-values.js';
import { definitionsOf } from '../statistics.figures.js';
import { StatisticsQueries } from '../statistics.queries.js';
import { boothScope, fairScope, figureText, season } from '../statistics.rules.js';
import type { FairFace, Figure, ScopeKind } from '../statistics.rules.js';

type Cells = readonly string[];

const pageSize = 500;

const words = {
  'zh-CN': {
    name: '名称',
    nameEn: '英文名称',
    opensAt: '开始时间',
    takenAt: '统计时间',
    total: '合计',
  },
  en: {
    name: 'Name',
    nameEn: 'English name',
    opensAt: 'Opens at',
    takenAt: 'Taken at',
    total: 'Total',
  },
} as const;

/**
 * The tables that organizers publish, as files: the same figures as on the wall, of one moment. A
 * table has as many rows as fairs or companies, so it is read whole before the first byte leaves
 * and no slow reader holds a snapshot open.
 */
@Injectable()
export class StatisticsExportService {
  constructor(
    private readonly database: Database,
    private readonly figures: FigureService,
    private readonly queries: StatisticsQueries,
    private readonly rows: CountedRowQueries,
    private readonly access: StatisticsAccess,
  ) {}

  /** The season: one row per fair, the totals last. */
  async season(locale: Locale): Promise<Readable> {
    const word = words[locale];
    const lines = await this.database.snapshot(async (transaction) => {
      const fairs = await this.allFairs(transaction);
      const [total, ...sets] = await this.figures.takeIn(transaction, [
        season,
        ...fairs.map((fair) => fairScope(fair.id)),
      ]);
      const takenAt = total?.takenAt.toISOString() ?? '';
      const cellsOf = (name: Cells, figures: readonly Figure[]): Cells => [
        ...name,
        ...figureCells('season', figures),
        takenAt,
      ];
      return [
        ...fairs.map((fair, index) => cellsOf(fairCells(fair), sets[index]?.figures ?? [])),
        cellsOf([word.total, '', ''], total?.figures ?? []),
      ];
    });
    const header = [word.name, word.nameEn, word.opensAt, ...labels('season', locale)];
    return csvStream([...header, word.takenAt], oneBatch(lines));
  }

  /** A fair: one row per company, the totals last. */
  async fair(actor: Actor, fairId: string, locale: Locale): Promise<Readable> {
    await this.access.overseenFair(actor, fairId, 'statistics.export');
    const word = words[locale];
    const lines = await this.database.snapshot(async (transaction) => {
      const [total] = await this.figures.takeIn(transaction, [fairScope(fairId)]);
      const booths = await this.allBooths(transaction, fairId);
      const takenAt = total?.takenAt.toISOString() ?? '';
      const cellsOf = (name: Cells, figures: readonly Figure[]): Cells => [
        ...name,
        ...figureCells('fair', figures),
        takenAt,
      ];
      return [
        ...booths.map(({ companyId, name, nameEn, counts }) =>
          cellsOf([name, nameEn ?? ''], figuresOf(boothScope(fairId, companyId), counts)),
        ),
        cellsOf([word.total, ''], total?.figures ?? []),
      ];
    });
    const header = [word.name, word.nameEn, ...labels('fair', locale), word.takenAt];
    return csvStream(header, oneBatch(lines));
  }

  private async allFairs(transaction: Transaction): Promise<FairFace[]> {
    const fairs: FairFace[] = [];
    for (;;) {
      const last = fairs.at(-1);
      const after = last ? [String(last.opensAt.getTime()), last.id] : null;
      const page = await this.queries.countedFairs(transaction, after, pageSize);
      fairs.push(...page);
      if (page.length < pageSize) return fairs;
    }
  }

  private async allBooths(transaction: Transaction, fairId: string): Promise<BoothCounts[]> {
    const booths: BoothCounts[] = [];
    for (;;) {
      const after = booths.at(-1)?.companyId ?? null;
      const page = await this.rows.booths(transaction, fairId, after, pageSize);
      booths.push(...page);
      if (page.length < pageSize) return booths;
    }
  }
}

function fairCells({ name, nameEn, opensAt }: FairFace): Cells {
  return [name, nameEn ?? '', opensAt.toISOString()];
}

function labels(kind: ScopeKind, locale: Locale): Cells {
  return definitionsOf(kind).map(({ zh, en }) => (locale === 'en' ? en : zh));
}

/** A row's figures under the columns of the totals; empty where the row has no such figure. */
function figureCells(kind: ScopeKind, figures: readonly Figure[]): Cells {
  const texts = new Map(figures.map((figure) => [figure.key, figureText(figure)]));
  return definitionsOf(kind).map(({ key }) => texts.get(key) ?? '');
}

async function* oneBatch(lines: readonly Cells[]): AsyncGenerator<readonly Cells[]> {
  yield lines;
}
