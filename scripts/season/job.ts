/** A kind of job that the companies of a trade offer; postings are drawn from it. */
export interface Job {
  readonly title: string;
  readonly titleEn: string;
  readonly occupation: string;
  readonly education: Range;
  readonly experienceYears: Range;
  /** Yuan a month, from the least to the best paid of its kind. */
  readonly monthlyPay: Range;
  readonly duties: readonly string[];
  readonly skills: readonly string[];
}

export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * Reads a table with one job in each line:
 * title | English title | occupation | education | years | yuan a month | duties | skills
 */
export function jobTable(table: string): Job[] {
  return table.trim().split('\n').map(readJob);
}

function readJob(line: string): Job {
  const cells = line.split('|').map((cell) => cell.trim());
  const [title, titleEn, occupation, education, years, pay, duties, skills] = cells;
  if (cells.length !== 8 || !title || !titleEn || !occupation) {
    throw new Error(`Not a job: ${line}`);
  }
  return {
    title,
    titleEn,
    occupation,
    education: readRange(education),
    experienceYears: readRange(years),
    monthlyPay: readRange(pay),
    duties: (duties ?? '').split('；'),
    skills: (skills ?? '').split(';'),
  };
}

function readRange(cell: string | undefined): Range {
  const [least, most] = (cell ?? '').split('-').map(Number);
  if (least === undefined || most === undefined || !(least <= most)) {
    throw new Error(`Not a range: ${cell}`);
  }
  return { least, most };
}
