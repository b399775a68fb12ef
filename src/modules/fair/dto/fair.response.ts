import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../platform/http/page.js';
import { fairStatuses } from '../fair.rules.js';
import type { Fair, FairStatus } from '../fair.rules.js';

export class FairResponse {
  id: string;
  organizerId: string;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  nameEn: string | null;
  description: string;
  /** GB/T 2260. */
  regionCode: string;
  /** IANA time zone in which the hours are shown. */
  timeZone: string;
  @ApiProperty({ format: 'date-time' })
  opensAt: string;
  @ApiProperty({ format: 'date-time' })
  closesAt: string;
  /** As of now: the hours open and close a fair by themselves. */
  @ApiProperty({ enum: fairStatuses, enumName: 'FairStatus' })
  status: FairStatus;
  /** The version for `If-Match`; it counts changes of the content. */
  version: number;
}

export class FairPage extends PageOf(FairResponse) {}

export function fairResponse(fair: Fair): FairResponse {
  return {
    id: fair.id,
    organizerId: fair.organizerId,
    name: fair.name,
    nameEn: fair.nameEn,
    description: fair.description,
    regionCode: fair.regionCode,
    timeZone: fair.timeZone,
    opensAt: fair.opensAt.toISOString(),
    closesAt: fair.closesAt.toISOString(),
    status: fair.status,
    version: fair.version,
  };
}
