import { Module } from '@nestjs/common';
import { CountedRowController } from './counted-row/counted-row.controller.js';
import { CountedRowQueries } from './counted-row/counted-row.queries.js';
import { CountedRowService } from './counted-row/counted-row.service.js';
import { FigureService } from './figure.service.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { ReconciliationRepository } from './reconciliation/reconciliation.repository.js';
import { ReconciliationService } from './reconciliation/reconciliation.service.js';
import { StatisticsAccess } from './statistics-access.js';
import { StatisticsExportController } from './export/statistics-export.controller.js';
import { StatisticsExportService } from './export/statistics-export.service.js';
import { StatisticsBroadcaster } from './statistics.broadcaster.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsGateway } from './statistics.gateway.js';
import { StatisticsQueries } from './statistics.queries.js';
import { StatisticsService } from './statistics.service.js';
import { WallService } from './wall/wall.service.js';

@Module({
  controllers: [
    CountedRowController,
    ReconciliationController,
    StatisticsController,
    StatisticsExportController,
  ],
  providers: [
    CountedRowQueries,
    CountedRowService,
    FigureService,
    ReconciliationRepository,
    ReconciliationService,
    StatisticsAccess,
    StatisticsBroadcaster,
    StatisticsExportService,
    StatisticsGateway,
    StatisticsQueries,
    StatisticsService,
    WallService,
  ],
})
export class StatisticsModule {}
