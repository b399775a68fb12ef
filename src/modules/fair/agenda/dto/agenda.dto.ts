import { Choice, Instant, Text, WholeNumber } from '../../../../platform/http/fields.js';
import { agendaKinds } from '../agenda.rules.js';
import type { AgendaKind } from '../agenda.rules.js';

export class AddAgendaItemDto {
  @Choice(agendaKinds)
  kind: AgendaKind;

  @Text(1, 200)
  title: string;

  @Text(1, 200, { optional: true, nullable: true })
  titleEn?: string | null;

  @Instant()
  startsAt: string;

  @Instant()
  endsAt: string;

  /** Orders items that start together. */
  @WholeNumber(0, 10_000, { optional: true })
  position?: number;
}

/** What is left out stays as it is. */
export class EditAgendaItemDto {
  @Choice(agendaKinds, { optional: true })
  kind?: AgendaKind;

  @Text(1, 200, { optional: true })
  title?: string;

  @Text(1, 200, { optional: true, nullable: true })
  titleEn?: string | null;

  @Instant({ optional: true })
  startsAt?: string;

  @Instant({ optional: true })
  endsAt?: string;

  @WholeNumber(0, 10_000, { optional: true })
  position?: number;
}

/** The content of a new item, with what is left out filled in. */
export function newAgendaItem(body: AddAgendaItemDto) {
  return {
    kind: body.kind,
    title: body.title,
    titleEn: body.titleEn ?? null,
    startsAt: new Date(body.startsAt),
    endsAt: new Date(body.endsAt),
    position: body.position ?? 0,
  };
}

/** Only what the body names. */
export function editedAgendaItem(
  body: EditAgendaItemDto,
): Partial<ReturnType<typeof newAgendaItem>> {
  const changes = {
    kind: body.kind,
    title: body.title,
    titleEn: body.titleEn,
    startsAt: body.startsAt === undefined ? undefined : new Date(body.startsAt),
    endsAt: body.endsAt === undefined ? undefined : new Date(body.endsAt),
    position: body.position,
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
