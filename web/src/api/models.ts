import type { components } from './schema';

/** The server's shapes under the names that pages use; the only place that knows the generated ones. */
type Schemas = components['schemas'];

export type Account = Schemas['AccountResponse'];
export type AgendaItem = Schemas['AgendaItemResponse'];
export type Application = Schemas['ApplicationResponse'];
export type ApplicantProfile = Schemas['ApplicantProfileResponse'];
export type ApplicantProfileInput = Schemas['PutApplicantProfileDto'];
export type Booth = Schemas['BoothResponse'];
export type Code = Schemas['CodeResponse'];
export type Fair = Schemas['FairResponse'];
export type Figures = Schemas['FiguresResponse'];
export type JobPosting = Schemas['JobPostingResponse'];
export type LiveSession = Schemas['LiveSessionResponse'];
export type Notice = Schemas['NoticeResponse'];
export type OpeningSummary = Schemas['FairOpeningResponse'];
export type ScreeningQuestion = Schemas['QuestionResponse'];
