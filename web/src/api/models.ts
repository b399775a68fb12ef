import type { components } from './schema';

/** The server's shapes under the names that pages use; the only place that knows the generated ones. */
type Schemas = components['schemas'];

export type Account = Schemas['Me'];
export type AgendaItem = Schemas['AgendaItem'];
export type Application = Schemas['Application'];
export type ApplicantProfile = Schemas['ApplicantProfile'];
export type ApplicantProfileInput = Schemas['SaveApplicantProfile'];
export type Booth = Schemas['Booth'];
export type Code = Schemas['Code'];
export type Fair = Schemas['Fair'];
export type Figures = Schemas['Figures'];
export type JobPosting = Schemas['JobPosting'];
export type LiveSession = Schemas['LiveSession'];
export type Notice = Schemas['Notice'];
export type OpeningSummary = Schemas['OpeningSummary'];
export type ScreeningQuestion = Schemas['ScreeningQuestion'];
