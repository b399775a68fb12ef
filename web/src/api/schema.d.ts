/**
 * Interim types by hand, in the shape that openapi-typescript gives;
 * `npm run openapi` replaces this file by the server's own description.
 */
interface Json<Body> {
  content: { 'application/json': Body };
}
type None = undefined;
type Place<Path> = [Path] extends [None] ? { path?: never } : { path: Path };
interface Get<Answer, Path = None, Query = None> {
  parameters: Place<Path> & { query?: Query };
  responses: { 200: Json<Answer>; default: Json<components['schemas']['Problem']> };
}
interface Send<Answer, Body, Path = None> {
  parameters: Place<Path> & { header?: Record<string, string> };
  requestBody: Json<Body>;
  responses: { 200: Json<Answer>; default: Json<components['schemas']['Problem']> };
}
interface Bare<Answer, Path = None> {
  parameters: Place<Path>;
  responses: { 200: Json<Answer>; default: Json<components['schemas']['Problem']> };
}
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
interface Id {
  id: string;
}
interface Paging {
  limit?: number;
  cursor?: string;
}
type S = components['schemas'];

export interface paths {
  '/api/v1/me': { get: Get<S['Me']> };
  '/api/v1/codes/{list}': { get: Get<Page<S['Code']>, { list: 'regions' | 'occupations' | 'industries' }> };
  '/api/v1/me/applicant-profile': {
    get: Get<S['ApplicantProfile']>;
    put: Send<S['ApplicantProfile'], S['SaveApplicantProfile']>;
  };
  '/api/v1/fairs': { get: Get<Page<S['Fair']>, None, Paging & { status?: string }> };
  '/api/v1/fairs/{id}': { get: Get<S['Fair'], Id> };
  '/api/v1/fairs/{id}/agenda': { get: Get<Page<S['AgendaItem']>, Id> };
  '/api/v1/fairs/{id}/booths': { get: Get<Page<S['Booth']>, Id, Paging> };
  '/api/v1/fairs/{id}/job-postings': {
    get: Get<
      Page<S['OpeningSummary']>,
      Id,
      Paging & {
        query?: string;
        occupationCode?: string;
        regionCode?: string;
        companyId?: string;
      }
    >;
  };
  '/api/v1/job-postings/{id}': { get: Get<S['JobPosting'], Id> };
  '/api/v1/applications': {
    get: Get<Page<S['Application']>, None, Paging & { scope?: string; jobPostingId?: string }>;
    post: Send<S['SubmittedApplication'], S['SubmitApplication']>;
  };
  '/api/v1/applications/{id}': { get: Get<S['Application'], Id> };
  '/api/v1/applications/{id}/transitions': {
    post: Send<S['Application'], { to: string; reason?: string }, Id>;
  };
  '/api/v1/live-sessions': {
    get: Get<Page<S['LiveSession']>, None, Paging & { fairId?: string }>;
  };
  '/api/v1/live-sessions/{id}': { get: Get<S['LiveSession'], Id> };
  '/api/v1/live-sessions/{id}/events': {
    get: Get<S['FeedSlice'], Id, { since?: number; limit?: number }>;
  };
  '/api/v1/notices': { get: Get<Page<S['Notice']> & { unread: number }, None, Paging> };
  '/api/v1/notices/{id}/read': { post: Bare<S['Notice'], Id> };
  '/api/v1/notices/read-all': { post: Bare<S['Notice'] | null> };
  '/api/v1/statistics/season': { get: Get<S['Figures']> };
  '/api/v1/statistics/fairs/{id}': { get: Get<S['Figures'], Id> };
  '/api/v1/statistics/season/fairs': { get: Get<Page<S['FairFigures']>, None, Paging> };
  '/api/v1/statistics/fairs/{id}/companies': {
    get: Get<Page<S['CompanyFigures']>, Id, Paging>;
  };
}

export interface components {
  schemas: {
    Problem: {
      title: string;
      status: number;
      code: string;
      correlationId: string;
      errors?: { field: string; code: string; message: string }[];
    };
    Me: {
      userId: string;
      name: string;
      email: string;
      locale: string | null;
      memberships: {
        organizationId: string;
        organizationKind: 'operator' | 'organizer' | 'employer';
        organizationName: string;
        role: string;
      }[];
      permissions: string[];
    };
    Code: { code: string; zh: string; en: string };
    SaveApplicantProfile: {
      phone: string;
      education: number;
      experienceYears: number;
      birthDate: string | null;
      regionCode: string;
      occupationCodes: string[];
      skills: string[];
      expectedPayMin: number | null;
      resumeText: string;
    };
    ApplicantProfile: S['SaveApplicantProfile'] & { version: number };
    Fair: {
      id: string;
      name: string;
      nameEn: string | null;
      description: string;
      regionCode: string;
      timeZone: string;
      opensAt: string;
      closesAt: string;
      status: string;
      version: number;
    };
    AgendaItem: {
      id: string;
      kind: 'talk' | 'live_session' | 'break';
      title: string;
      titleEn: string | null;
      startsAt: string;
      endsAt: string;
    };
    Booth: {
      id: string;
      companyId: string;
      companyName: string;
      companyNameEn: string | null;
      status: string;
      position: number | null;
      jobPostingCount: number;
    };
    ScreeningQuestion: {
      id: string;
      text: string;
      kind: 'yes_no' | 'choice' | 'text';
      choices: string[];
      required: boolean;
    };
    OpeningSummary: {
      id: string;
      companyId: string;
      companyName: string;
      companyNameEn: string | null;
      title: string;
      occupationCode: string;
      headcount: number;
      employmentType: string;
      regionCode: string;
      payMin: number;
      payMax: number;
      payCurrency: string;
      payPeriod: string;
      minimumEducation: number;
      minimumExperienceYears: number;
      validThrough: string;
      status: string;
    };
    JobPosting: S['OpeningSummary'] & {
      duties: string;
      requirements: string;
      address: string;
      workingTime: string;
      skills: string[];
      questions: S['ScreeningQuestion'][];
    };
    SubmitApplication: {
      jobPostingId: string;
      fairId?: string;
      liveSessionId?: string;
      answers: Record<string, string>;
      consent: boolean;
    };
    SubmittedApplication: {
      id: string;
      jobPostingId: string;
      companyId: string;
      fairId: string | null;
      submittedAt: string;
    };
    Application: {
      id: string;
      jobPostingId: string;
      jobPostingTitle: string;
      companyId: string;
      companyName: string;
      fairId: string | null;
      status: string;
      processedAt: string | null;
      eligible: boolean | null;
      score: number | null;
      obstacles: string[];
      reasons: { factor: string; points: number; outOf: number }[];
      submittedAt: string;
    };
    LiveSession: {
      id: string;
      fairId: string;
      companyId: string | null;
      companyName: string | null;
      title: string;
      titleEn: string | null;
      hostName: string;
      agendaItemId: string | null;
      scheduledStart: string;
      scheduledEnd: string;
      startedAt: string | null;
      endedAt: string | null;
      status: 'scheduled' | 'on_air' | 'ended' | 'cancelled';
    };
    FeedEvent: {
      seq: number;
      kind: 'chat' | 'card' | 'card_withdrawn' | 'notice' | 'removed' | 'status';
      authorName: string | null;
      body: Record<string, unknown>;
      createdAt: string;
    };
    FeedSlice: {
      from: number;
      to: number;
      events: S['FeedEvent'][];
      counters: { viewers: number; messages: number; applications: number };
    };
    Notice: {
      id: string;
      kind: string;
      subjectId: string;
      title: { zh: string; en: string };
      text: { zh: string; en: string };
      readAt: string | null;
      createdAt: string;
    };
    Figures: {
      scope: string;
      takenAt: string;
      figures: { key: string; value: number | null; unit: string; list: string | null }[];
    };
    FairFigures: {
      fairId: string;
      name: string;
      nameEn: string | null;
      status: string;
      figures: S['Figures']['figures'];
    };
    CompanyFigures: { companyId: string; name: string; nameEn: string | null; figures: S['Figures']['figures'] };
  };
}
