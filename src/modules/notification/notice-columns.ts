/** What fills the words of a notice: from the row that it is about, as that is now. */
export const noticeParameters = `
  jsonb_strip_nulls(jsonb_build_object(
    'jobPostingId', job_posting.id, 'jobPostingTitle', job_posting.title,
    'fairId', fair.id, 'fairName', fair.name, 'fairNameEn', coalesce(fair.name_en, fair.name)))`;

/** To `notice`. Of a kind of another version, which may be about something else, nothing is known. */
export const subjectJoins = `
  LEFT JOIN reporting.application ON application.id = notice.subject_id
  LEFT JOIN reporting.job_posting ON job_posting.id = application.job_posting_id
  LEFT JOIN reporting.booth ON booth.id = notice.subject_id
  LEFT JOIN reporting.fair ON fair.id = coalesce(booth.fair_id, notice.subject_id)`;

export const noticeColumns = `
  notice.id, notice.kind, notice.subject_id AS "subjectId", ${noticeParameters} AS params,
  notice.read_at AS "readAt", notice.created_at AS "createdAt"`;
