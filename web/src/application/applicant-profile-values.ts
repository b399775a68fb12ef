import type { ApplicantProfile, ApplicantProfileInput } from '../api/models';
import { draftOf } from '../ui/draft';
import { phoneOf } from './phone';

/** What the fields of the form hold. */
export interface ProfileValues {
  phone: string;
  education: string | null;
  experienceYears: number | string;
  regionCode: string | null;
  occupationCodes: string[];
  expectedPay: number | string;
  skills: string[];
  resumeText: string;
}

/** Changes not saved yet, of one version of the profile: a newer one is not overlaid by them. */
const draft = draftOf<ProfileValues & { version: number }>('applicant-profile');
const versionOf = (profile: ApplicantProfile | null): number => profile?.version ?? 0;

export function keepChanges(values: ProfileValues, profile: ApplicantProfile | null): void {
  draft.keep({ ...values, version: versionOf(profile) });
}

export const dropChanges = draft.drop;

/** What was typed and is not saved yet, or `null`. */
export function unsavedChanges(profile: ApplicantProfile | null): Partial<ProfileValues> | null {
  const { version, ...values } = draft.read();
  return version === versionOf(profile) ? values : null;
}

const minorUnitsPerUnit = 100;
const blank: ProfileValues = {
  phone: '',
  education: null,
  experienceYears: 0,
  regionCode: null,
  occupationCodes: [],
  expectedPay: '',
  skills: [],
  resumeText: '',
};

export function valuesOf(profile: ApplicantProfile | null): ProfileValues {
  return { ...savedValues(profile), ...unsavedChanges(profile) };
}

function savedValues(profile: ApplicantProfile | null): ProfileValues {
  if (profile === null) return blank;
  const { expectedPayMin } = profile;
  return {
    ...profile,
    education: String(profile.education),
    expectedPay: expectedPayMin === null ? '' : expectedPayMin / minorUnitsPerUnit,
  };
}

export function inputOf(
  values: ProfileValues,
  profile: ApplicantProfile | null,
): ApplicantProfileInput {
  return {
    phone: phoneOf(values.phone),
    education: Number(values.education),
    experienceYears: Number(values.experienceYears),
    regionCode: values.regionCode ?? '',
    occupationCodes: values.occupationCodes,
    // Not asked here, and not to be lost either.
    birthDate: profile?.birthDate ?? null,
    expectedPayMin:
      values.expectedPay === '' ? null : Number(values.expectedPay) * minorUnitsPerUnit,
    skills: values.skills,
    resumeText: values.resumeText,
  };
}
