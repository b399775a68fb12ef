/** A row of the feed as clients get it; times in ISO 8601 with milliseconds. */
export const feedColumns = `
  event.seq, event.kind, event.author_name AS "authorName", event.body,
  to_char(event.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"`;

/** The counters of `session`. */
export const counterColumns = `
  live_session_viewers(session.id) AS viewers,
  coalesce((SELECT value FROM counter
            WHERE scope = 'session:' || session.id AND metric = 'messages'), 0) AS messages,
  coalesce((SELECT value FROM counter
            WHERE scope = 'session:' || session.id AND metric = 'applications'), 0)
    AS applications`;
