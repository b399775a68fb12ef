import type { Readable } from 'node:stream';
import type { HttpClient } from './http-client.js';
import type { OrganizerAccount } from './season-accounts.js';
import { companiesCsv, postingsCsv } from './season-csv.js';
import type { Season } from './generate-season.js';
import type { SeasonFair } from './season.types.js';

interface ImportReport {
  readonly rows: number;
  readonly created: number;
  readonly rejected: number;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

interface FillingReport extends ImportReport {
  readonly enteredJobPostings: number;
}

/** The bureau that holds the season: plans fairs, fills them from files, opens them. */
export class SeasonOrganizer {
  /** By the index of the fair. */
  readonly fairIds: string[] = [];

  constructor(
    private readonly http: HttpClient,
    private readonly account: OrganizerAccount,
    private readonly season: Season,
  ) {}

  /** @returns 1, as its neighbours count what they take in */
  async planFair(fair: SeasonFair): Promise<number> {
    const { name, nameEn, description, regionCode, opensAt, closesAt } = fair;
    const hours = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
    const { id } = await this.post<{ id: string }>('/api/v1/fairs', {
      organizerId: this.account.organizerId,
      name,
      nameEn,
      description,
      regionCode,
      timeZone: 'Asia/Shanghai',
      ...hours,
    });
    this.fairIds[fair.index] = id;
    for (const item of fair.agenda) {
      await this.post(`/api/v1/fairs/${id}/agenda-items`, {
        ...item,
        startsAt: item.startsAt.toISOString(),
        endsAt: item.endsAt.toISOString(),
      });
    }
    await this.move(fair, 'registration_open');
    return 1;
  }

  /** All companies of the season in one file. */
  async importCompanies(): Promise<void> {
    const { companies } = this.season;
    const report = await this.importFile<ImportReport>('/api/v1/company-imports', {
      name: 'companies.csv',
      content: companiesCsv(companies),
    });
    requireWhole(report, companies.length);
  }

  /** The openings of a fair; each company gets a booth. @returns how many openings went in */
  async importPostings(fair: SeasonFair): Promise<number> {
    const { companies, postings } = this.season;
    const ofFair = postings.filter(
      (posting) => companies[posting.companyIndex]?.fairIndex === fair.index,
    );
    const path = `/api/v1/fairs/${this.fairIds[fair.index]}/job-posting-imports`;
    const report = await this.importFile<FillingReport>(path, {
      name: 'job-postings.csv',
      content: postingsCsv(ofFair, companies),
    });
    requireWhole(report, ofFair.length);
    if (report.enteredJobPostings !== ofFair.length) {
      throw new Error(`Only ${report.enteredJobPostings} openings entered the fair ${fair.name}`);
    }
    return ofFair.length;
  }

  /** With frozen booths the hours of the fair open it. */
  async openFair(fair: SeasonFair): Promise<number> {
    await this.move(fair, 'booths_frozen');
    return 1;
  }

  private async move(fair: SeasonFair, to: string): Promise<void> {
    await this.post(`/api/v1/fairs/${this.fairIds[fair.index]}/transitions`, { to });
  }

  private async importFile<Report>(
    path: string,
    file: { name: string; content: Readable },
  ): Promise<Report> {
    return this.http.json<Report>('POST', path, { cookie: this.account.cookie, file });
  }

  private async post<Body>(path: string, body: object): Promise<Body> {
    return this.http.json<Body>('POST', path, { cookie: this.account.cookie, body });
  }
}

function requireWhole(report: ImportReport, rows: number): void {
  if (report.created === rows) return;
  const [first] = report.errors;
  const reason = first ? `line ${first.line}: ${first.message}` : 'no line was refused';
  throw new Error(`Of ${rows} lines ${report.created} went in; ${reason}`);
}
