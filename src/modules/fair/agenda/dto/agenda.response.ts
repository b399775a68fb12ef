import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../../platform/http/page.js';
import { agendaKinds } from '../agenda.rules.js';
import type { AgendaItem, AgendaKind } from '../agenda.rules.js';

export class AgendaItemResponse {
  id: string;
  @ApiProperty({ enum: agendaKinds, enumName: 'AgendaKind' })
  kind: AgendaKind;
  title: string;
  @ApiProperty({ type: String, nullable: true })
  titleEn: string | null;
  @ApiProperty({ format: 'date-time' })
  startsAt: string;
  @ApiProperty({ format: 'date-time' })
  endsAt: string;
  position: number;
}

export class AgendaPage extends PageOf(AgendaItemResponse) {}

export function agendaItemResponse(item: AgendaItem): AgendaItemResponse {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    titleEn: item.titleEn,
    startsAt: item.startsAt.toISOString(),
    endsAt: item.endsAt.toISOString(),
    position: item.position,
  };
}
