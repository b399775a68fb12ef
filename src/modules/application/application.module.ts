import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Reconciler } from '../../platform/counters/reconciler.js';
import { ApplicantModule } from '../applicant/index.js';
import { CompanyModule } from '../company/index.js';
import { FairModule } from '../fair/index.js';
import { JobPostingModule } from '../job-posting/index.js';
import { ApplicationAccessService } from './application-access.service.js';
import { ApplicationIntakeRepository } from './application-intake.repository.js';
import { ApplicationIntakeService } from './application-intake.service.js';
import { ApplicationReviewService } from './application-review.service.js';
import { ApplicationScreeningRepository } from './application-screening.repository.js';
import { ApplicationScreeningService } from './application-screening.service.js';
import { ApplicationController } from './application.controller.js';
import { applicationCounters } from './application.counters.js';
import { ApplicationProcessor } from './application.processor.js';
import { ApplicationQueries } from './application.queries.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationService } from './application.service.js';

@Module({
  imports: [ApplicantModule, CompanyModule, FairModule, JobPostingModule],
  controllers: [ApplicationController],
  providers: [
    ApplicationAccessService,
    ApplicationIntakeRepository,
    ApplicationIntakeService,
    ApplicationProcessor,
    ApplicationQueries,
    ApplicationRepository,
    ApplicationReviewService,
    ApplicationScreeningRepository,
    ApplicationScreeningService,
    ApplicationService,
  ],
})
export class ApplicationModule implements OnModuleInit {
  constructor(private readonly reconciler: Reconciler) {}

  onModuleInit(): void {
    for (const definition of applicationCounters) this.reconciler.define(definition);
  }
}
