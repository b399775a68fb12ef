import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../platform/http/page.js';
import { liveSessionStatuses } from '../live-session.rules.js';
import type { LiveSession, LiveSessionStatus } from '../live-session.rules.js';

export class LiveSessionResponse {
  id: string;
  fairId: string;
  /** The company that presents itself, or `null` when the organizer speaks. */
  @ApiProperty({ type: String, nullable: true })
  companyId: string | null;
  @ApiProperty({ type: String, nullable: true })
  companyName: string | null;
  @ApiProperty({ type: String, nullable: true })
  companyNameEn: string | null;
  @ApiProperty({ type: String, nullable: true })
  agendaItemId: string | null;
  title: string;
  @ApiProperty({ type: String, nullable: true })
  titleEn: string | null;
  hostName: string;
  @ApiProperty({ format: 'date-time' })
  scheduledStart: string;
  @ApiProperty({ format: 'date-time' })
  scheduledEnd: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  startedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: string | null;
  @ApiProperty({ enum: liveSessionStatuses, enumName: 'LiveSessionStatus' })
  status: LiveSessionStatus;
  /** The most people who watched at one time. */
  @ApiProperty({ type: 'integer' })
  peakViewers: number;
}

export class LiveSessionPage extends PageOf(LiveSessionResponse) {}

type Named = LiveSession & Pick<LiveSessionResponse, 'companyName' | 'companyNameEn'>;

export function liveSessionResponse(session: Named): LiveSessionResponse {
  return {
    id: session.id,
    fairId: session.fairId,
    companyId: session.companyId,
    companyName: session.companyName,
    companyNameEn: session.companyNameEn,
    agendaItemId: session.agendaItemId,
    title: session.title,
    titleEn: session.titleEn,
    hostName: session.hostName,
    scheduledStart: session.scheduledStart.toISOString(),
    scheduledEnd: session.scheduledEnd.toISOString(),
    startedAt: session.startedAt?.toISOString() ?? null,
    endedAt: session.endedAt?.toISOString() ?? null,
    status: session.status,
    peakViewers: session.peakViewers,
  };
}
