import { Choice, Id, Instant, Pattern, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.js';
import { liveSessionStatuses } from '../live-session.rules.js';
import type { LiveSessionStatus } from '../live-session.rules.js';

const oneStatus = `(?:${liveSessionStatuses.join('|')})`;

export class LiveSessionListQuery extends PageQuery {
  @Id({ optional: true })
  fairId?: string;

  @Id({ optional: true })
  companyId?: string;

  /** One status or several, with commas between them. */
  @Pattern(new RegExp(`^${oneStatus}(?:,${oneStatus}){0,3}$`), { optional: true })
  status?: string;
}

export class ScheduleLiveSessionDto {
  @Id()
  fairId: string;

  /** The company that presents itself; without it the organizer speaks. */
  @Id({ optional: true, nullable: true })
  companyId?: string | null;

  @Id({ optional: true, nullable: true })
  agendaItemId?: string | null;

  @Text(1, 200)
  title: string;

  @Text(1, 200, { optional: true, nullable: true })
  titleEn?: string | null;

  /** The account that hosts it; without it whoever schedules it. */
  @Id({ optional: true, nullable: true })
  hostId?: string | null;

  @Instant()
  scheduledStart: string;

  @Instant()
  scheduledEnd: string;
}

export class MoveLiveSessionDto {
  @Choice(['on_air', 'ended', 'cancelled'])
  to: LiveSessionStatus;
}

/** A schedule with what is left out filled in. */
export function scheduleOf(body: ScheduleLiveSessionDto) {
  return {
    fairId: body.fairId.toLowerCase(),
    companyId: body.companyId?.toLowerCase() ?? null,
    agendaItemId: body.agendaItemId?.toLowerCase() ?? null,
    title: body.title,
    titleEn: body.titleEn ?? null,
    hostId: body.hostId?.toLowerCase() ?? null,
    scheduledStart: new Date(body.scheduledStart),
    scheduledEnd: new Date(body.scheduledEnd),
  };
}
