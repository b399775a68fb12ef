import { Choice, Id, Instant, Pattern, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.js';
import { fairStatuses } from '../fair.rules.js';
import type { FairStatus } from '../fair.rules.js';
import { statusListPattern } from './status-list.js';

const regionPattern = /^\d{6}$/;

export class CreateFairDto {
  /** Who organizes it; without it the caller's own organization. */
  @Id({ optional: true })
  organizerId?: string;

  @Text(1, 200)
  name: string;

  @Text(1, 200, { optional: true, nullable: true })
  nameEn?: string | null;

  @Text(0, 20_000, { optional: true })
  description?: string;

  /** Where it is held or meant for, GB/T 2260. */
  @Pattern(regionPattern)
  regionCode: string;

  /** In which its hours are shown; IANA name, Asia/Shanghai when left out. */
  @Text(1, 64, { optional: true })
  timeZone?: string;

  @Instant()
  opensAt: string;

  @Instant()
  closesAt: string;
}

/** What is left out stays as it is. */
export class EditFairDto {
  @Text(1, 200, { optional: true })
  name?: string;

  @Text(1, 200, { optional: true, nullable: true })
  nameEn?: string | null;

  @Text(0, 20_000, { optional: true })
  description?: string;

  @Pattern(regionPattern, { optional: true })
  regionCode?: string;

  @Text(1, 64, { optional: true })
  timeZone?: string;

  @Instant({ optional: true })
  opensAt?: string;

  @Instant({ optional: true })
  closesAt?: string;
}

export class MoveFairDto {
  @Choice(fairStatuses)
  to: FairStatus;
}

export class FairListQuery extends PageQuery {
  /** One status or several, with commas between them. */
  @Pattern(statusListPattern(fairStatuses), { optional: true })
  status?: string;

  /** Part of the name, in either language. */
  @Text(1, 100, { optional: true })
  query?: string;
}

/** The content of a new fair, with what is left out filled in. */
export function newFair(body: CreateFairDto) {
  return {
    name: body.name,
    nameEn: body.nameEn ?? null,
    description: body.description ?? '',
    regionCode: body.regionCode,
    timeZone: body.timeZone ?? 'Asia/Shanghai',
    opensAt: new Date(body.opensAt),
    closesAt: new Date(body.closesAt),
  };
}

/** Only what the body names. */
export function editedFair(body: EditFairDto): Partial<ReturnType<typeof newFair>> {
  const changes = {
    name: body.name,
    nameEn: body.nameEn,
    description: body.description,
    regionCode: body.regionCode,
    timeZone: body.timeZone,
    opensAt: body.opensAt === undefined ? undefined : new Date(body.opensAt),
    closesAt: body.closesAt === undefined ? undefined : new Date(body.closesAt),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
