import { ApplicantModule } from './modules/applicant/index.js';
import { CompanyModule } from './modules/company/index.js';
import { JobPostingModule } from './modules/job-posting/index.js';

/** The TypeORM mappings of all modules. */
export const entities: readonly (new () => object)[] = [
  ...CompanyModule.entities,
  ...ApplicantModule.entities,
  ...JobPostingModule.entities,
];
