import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ApplicantModule } from './modules/applicant/index.js';
import { ApplicationModule } from './modules/application/index.js';
import { CompanyModule } from './modules/company/index.js';
import { FairModule } from './modules/fair/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { JobPostingModule } from './modules/job-posting/index.js';
import { LiveSessionModule } from './modules/live-session/index.js';
import { NotificationModule } from './modules/notification/index.js';
import { StatisticsModule } from './modules/statistics/index.js';
import { PermissionGuard } from './platform/auth/permission.guard.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { InputPipe } from './platform/http/validation.js';
import { PlatformModule } from './platform/platform.module.js';
import type { PlatformSettings } from './platform/platform.module.js';

/** The modules of the product, in the order of the map (`architecture.cjs`). */
export const modules = [
  IdentityModule,
  CompanyModule,
  ApplicantModule,
  JobPostingModule,
  FairModule,
  ApplicationModule,
  LiveSessionModule,
  NotificationModule,
  StatisticsModule,
];

@Module({})
export class AppModule {
  /** An API process: HTTP, sockets and, unless they are external, the workers. */
  static forApi(settings: PlatformSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forApi(settings), ...modules],
      providers: [
        { provide: APP_GUARD, useClass: PermissionGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }

  /** A worker process: the same modules without a port. */
  static forWorker(settings: PlatformSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forWorker(settings), ...modules],
    };
  }
}
