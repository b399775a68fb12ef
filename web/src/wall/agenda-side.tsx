import { useTranslation } from 'react-i18next';
import { query } from '../api/client';
import { calendarDay, isUnderWay } from '../fair/agenda';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { useNow } from '../ui/use-now';
import classes from './side.module.css';

const shown = 8;

/** What is on and what comes next at a fair, in the fair's zone. */
export function AgendaSide({ fairId }: { fairId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const now = useNow(15_000);
  const params = { params: { path: { id: fairId } } };
  const fair = query.useQuery('get', '/api/v1/fairs/{id}', params).data;
  const agenda = query.useQuery('get', '/api/v1/fairs/{id}/agenda', params).data;
  if (fair === undefined || agenda === undefined) return <section className={classes.side} />;
  const { timeZone } = fair;
  const isToday = (at: string): boolean =>
    calendarDay(Date.parse(at), timeZone) === calendarDay(now, timeZone);
  const next = agenda.items.filter((item) => Date.parse(item.endsAt) > now).slice(0, shown);
  return (
    <section className={classes.side} aria-label={t('wall.agenda')}>
      <h2>{t('wall.agenda')}</h2>
      <ol>
        {next.map((item) => (
          <li key={item.id} data-now={isUnderWay(item, now)}>
            <span className={classes.name}>{named(item.title, item.titleEn)}</span>
            <time className={classes.count} dateTime={item.startsAt}>
              {isToday(item.startsAt)
                ? format.time(item.startsAt, timeZone)
                : format.moment(item.startsAt, timeZone)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
