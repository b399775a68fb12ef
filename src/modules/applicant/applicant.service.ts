import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { ApplicantErrors } from './applicant.errors.js';
import { ApplicantRepository } from './applicant.repository.js';
import { applicantFaults } from './applicant.rules.js';
import type { ApplicantContent, ApplicantProfile, MatchingProfile } from './applicant.rules.js';

/** The jobseeker's own profile, and what others may know of it. */
@Injectable()
export class ApplicantService {
  constructor(
    private readonly repository: ApplicantRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `resource.not-found` before the first `put` */
  async read(actor: Actor): Promise<ApplicantProfile> {
    const profile = await this.repository.find(actor.userId);
    if (!profile) throw new DomainError(PlatformErrors['resource.not-found']);
    return profile;
  }

  /** Replaces the actor's whole profile. */
  async put(actor: Actor, content: ApplicantContent): Promise<ApplicantProfile> {
    const faults = applicantFaults(content, this.clock.now()).map(({ code, ...fault }) => ({
      ...fault,
      code: ApplicantErrors[code],
    }));
    if (faults.length > 0) throw new DomainError(PlatformErrors['request.invalid'], {}, faults);
    return this.repository.put(actor.userId, content);
  }

  /** Many profiles at once; who has none yet is missing. */
  async forMatching(
    transaction: Transaction,
    userIds: readonly string[],
  ): Promise<Map<string, MatchingProfile>> {
    const profiles = await this.repository.forMatching(transaction, userIds);
    return new Map(profiles.map((profile) => [profile.userId, profile]));
  }
}
