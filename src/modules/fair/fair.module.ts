import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Reconciler } from '../../platform/counters/reconciler.js';
import { CompanyModule } from '../company/index.js';
import { JobPostingModule } from '../job-posting/index.js';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaQueries } from './agenda/agenda.queries.js';
import { AgendaRepository } from './agenda/agenda.repository.js';
import { AgendaService } from './agenda/agenda.service.js';
import { BoothReviewService } from './booth/booth-review.service.js';
import { BoothController } from './booth/booth.controller.js';
import { BoothProcessor } from './booth/booth.processor.js';
import { BoothQueries } from './booth/booth.queries.js';
import { BoothRepository } from './booth/booth.repository.js';
import { BoothService } from './booth/booth.service.js';
import { ExhibitorService } from './booth/exhibitor.service.js';
import { FairCalendarService } from './fair-calendar.service.js';
import { FairMilestoneService } from './fair-milestone.service.js';
import { FairController } from './fair.controller.js';
import { fairCounters } from './fair.counters.js';
import { FairProcessor } from './fair.processor.js';
import { FairQueries } from './fair.queries.js';
import { FairRepository } from './fair.repository.js';
import { FairService } from './fair.service.js';
import { FillingController } from './filling/filling.controller.js';
import { FillingRepository } from './filling/filling.repository.js';
import { FillingService } from './filling/filling.service.js';
import { OpeningController } from './opening/opening.controller.js';
import { OpeningQueries } from './opening/opening.queries.js';
import { OpeningService } from './opening/opening.service.js';
import { TallyRepository } from './tally/tally.repository.js';
import { TallyService } from './tally/tally.service.js';
import { VisitController } from './visit/visit.controller.js';
import { VisitRepository } from './visit/visit.repository.js';
import { VisitService } from './visit/visit.service.js';

@Module({
  imports: [CompanyModule, JobPostingModule],
  controllers: [
    FairController,
    AgendaController,
    BoothController,
    OpeningController,
    FillingController,
    VisitController,
  ],
  providers: [
    AgendaQueries,
    AgendaRepository,
    AgendaService,
    BoothProcessor,
    BoothQueries,
    BoothRepository,
    BoothReviewService,
    BoothService,
    ExhibitorService,
    FairCalendarService,
    FairMilestoneService,
    FairProcessor,
    FairQueries,
    FairRepository,
    FairService,
    FillingRepository,
    FillingService,
    OpeningQueries,
    OpeningService,
    TallyRepository,
    TallyService,
    VisitRepository,
    VisitService,
  ],
  exports: [FairService],
})
export class FairModule implements OnModuleInit {
  constructor(private readonly reconciler: Reconciler) {}

  onModuleInit(): void {
    for (const definition of fairCounters) this.reconciler.define(definition);
  }
}
