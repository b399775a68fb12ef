import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../api/client';
import type { AgendaItem, Fair, LiveSession } from '../api/models';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { useSpeakerName } from '../live-session/speaker-name';
import { EmptyNote } from '../ui/empty-note';
import { Loaded } from '../ui/loaded';
import { Pill } from '../ui/pill';
import { useNow } from '../ui/use-now';
import classes from './agenda-tab.module.css';
import { byDay, isUnderWay } from './agenda';
import { useFairSessions } from './use-fair-sessions';

export function AgendaTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation();
  const agenda = query.useQuery('get', '/api/v1/fairs/{id}/agenda', {
    params: { path: { id: fair.id } },
  });
  const sessions = useFairSessions(fair.id);
  return (
    <Loaded query={agenda}>
      {({ items }) => (
        <div className={classes.agenda}>
          {items.length === 0 && <EmptyNote title={t('fair.noAgenda')} />}
          {byDay(items, fair.timeZone).map((day) => (
            <AgendaDay key={day.key} items={day.items} fair={fair} sessions={sessions} />
          ))}
        </div>
      )}
    </Loaded>
  );
}

interface AgendaDayProps {
  items: readonly AgendaItem[];
  fair: Fair;
  sessions: readonly LiveSession[];
}

function AgendaDay({ items, fair, sessions }: AgendaDayProps) {
  const format = useFormat();
  const first = items[0];
  if (first === undefined) return null;
  return (
    <section>
      <h2>{format.day(first.startsAt, fair.timeZone)}</h2>
      <ol className={classes.list}>
        {items.map((item) => (
          <AgendaRow
            key={item.id}
            item={item}
            timeZone={fair.timeZone}
            session={sessions.find((session) => session.agendaItemId === item.id)}
          />
        ))}
      </ol>
    </section>
  );
}

interface AgendaRowProps {
  item: AgendaItem;
  timeZone: string;
  session: LiveSession | undefined;
}

function AgendaRow({ item, timeZone, session }: AgendaRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const speakerName = useSpeakerName();
  const now = useNow(30_000);
  const isOnAir = session?.status === 'on_air';
  const title = named(item.title, item.titleEn);
  return (
    <li className={classes.row} data-now={isOnAir || isUnderWay(item, now)}>
      <span className={classes.time}>
        <time dateTime={item.startsAt}>{format.time(item.startsAt, timeZone)}</time>
        <span>{format.time(item.endsAt, timeZone)}</span>
      </span>
      <div className={classes.what}>
        {session === undefined ? (
          <span className={classes.title}>{title}</span>
        ) : (
          <Link to={`/live-sessions/${session.id}`} className={classes.title}>
            {title}
          </Link>
        )}
        <span className={classes.kind}>
          {session ? speakerName(session) : t(`agenda.${item.kind}`)}
        </span>
        {isOnAir && <Pill tone="live">{t('session.onAirNow')}</Pill>}
      </div>
    </li>
  );
}
