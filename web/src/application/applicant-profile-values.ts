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

/** Of who has no profile yet; a saved one is never overlaid by what was typed long ago. */
export const firstDraft = draftOf<ProfileValues>('applicant-profile');

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
  if (profile === null) return { ...blank, ...firstDraft.read() };
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
