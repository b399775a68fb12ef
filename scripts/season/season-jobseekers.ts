import { commonJobs } from './common-jobs.js';
import type { Job } from './job.js';
import { mobilePhone, personName } from './invented-names.js';
import type { Random } from './random.js';
import type { SeasonJobseeker } from './season.types.js';
import { tradeNames, trades } from './trades.js';

const homes = ['310115', '310115', '310115', '310112', '310117', '310120', '310104', '320583'];

export function seasonJobseekers(count: number, random: Random): SeasonJobseeker[] {
  return Array.from({ length: count }, (_, index) => newJobseeker(index, random));
}

function newJobseeker(index: number, random: Random): SeasonJobseeker {
  const first = pickJob(random);
  const wanted = random.chance(0.4) ? [first, pickJob(random)] : [first];
  const { least, most } = first.experienceYears;
  const skills = wanted.flatMap((job) => random.sample(job.skills, random.integer(2, 3)));
  return {
    index,
    name: personName(random).zh,
    email: `jobseeker-${index + 1}@example.com`,
    phone: mobilePhone(index + 1),
    education: random.integer(first.education.least, first.education.most),
    experienceYears: random.integer(least, most + 2),
    regionCode: random.pick(homes),
    occupationCodes: [...new Set(wanted.map((job) => job.occupation))],
    skills: [...new Set(skills)],
    expectedPayMin:
      Math.round((first.monthlyPay.least * (0.9 + random.next() * 0.3)) / 100) * 10_000,
  };
}

function pickJob(random: Random): Job {
  return random.pick(random.chance(0.7) ? trades[random.pick(tradeNames)].jobs : commonJobs);
}
