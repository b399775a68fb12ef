import { Module } from '@nestjs/common';
import { ApplicantController } from './applicant.controller.js';
import { ApplicantEntity } from './applicant.entity.js';
import { ApplicantRepository } from './applicant.repository.js';
import { ApplicantService } from './applicant.service.js';

@Module({
  controllers: [ApplicantController],
  providers: [ApplicantRepository, ApplicantService],
  exports: [ApplicantService],
})
export class ApplicantModule {
  static readonly entities = [ApplicantEntity];
}
