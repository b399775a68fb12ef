import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../../platform/http/page.js';
import { boothStatuses } from '../booth.rules.js';
import type { BoothStatus } from '../booth.rules.js';

export class BoothResponse {
  id: string;
  fairId: string;
  companyId: string;
  companyName: string;
  @ApiProperty({ type: String, nullable: true })
  companyNameEn: string | null;
  @ApiProperty({ enum: boothStatuses, enumName: 'BoothStatus' })
  status: BoothStatus;
  /** Its number on the plan of the fair, once it is approved. */
  @ApiProperty({ type: Number, nullable: true })
  position: number | null;
  /** Why the organizer decided so; empty for visitors. */
  @ApiProperty({ type: String, nullable: true })
  decisionReason: string | null;
  jobPostingCount: number;
}

export class BoothPage extends PageOf(BoothResponse) {}

export function boothResponse(booth: BoothResponse): BoothResponse {
  return {
    id: booth.id,
    fairId: booth.fairId,
    companyId: booth.companyId,
    companyName: booth.companyName,
    companyNameEn: booth.companyNameEn,
    status: booth.status,
    position: booth.position,
    decisionReason: booth.decisionReason,
    jobPostingCount: booth.jobPostingCount,
  };
}
