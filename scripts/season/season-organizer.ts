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
  readonly enteredCompanies: number;
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

  /** @returns how many companies went in */
  async importCompanies(fair: SeasonFair): Promise<number> {
    const companies = this.season.companies.filter((company) => company.fairIndex === fair.index);
    const report = await this.importFile(fair, 'company-imports', {
      name: 'companies.csv',
      content: companiesCsv(companies),
    });
    requireWhole(report, companies.length, report.enteredCompanies);
    return companies.length;
  }

  /** @returns how many openings went in */
  async importPostings(fair: SeasonFair): Promise<number> {
    const { companies, postings } = this.season;
    const ofFair = postings.filter(
      (posting) => companies[posting.companyIndex]?.fairIndex === fair.index,
    );
    const report = await this.importFile(fair, 'job-posting-imports', {
      name: 'job-postings.csv',
      content: postingsCsv(ofFair, companies),
    });
    requireWhole(report, ofFair.length, report.enteredJobPostings);
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

  private async importFile(
    fair: SeasonFair,
    kind: 'company-imports' | 'job-posting-imports',
    file: { name: string; content: ReturnType<typeof companiesCsv> },
  ): Promise<FillingReport> {
    const path = `/api/v1/fairs/${this.fairIds[fair.index]}/${kind}`;
    return this.http.json<FillingReport>('POST', path, { cookie: this.account.cookie, file });
  }

  private async post<Body>(path: string, body: object): Promise<Body> {
    return this.http.json<Body>('POST', path, { cookie: this.account.cookie, body });
  }
}

function requireWhole(report: ImportReport, rows: number, entered: number): void {
  if (report.created === rows && entered === rows) return;
  const [first] = report.errors;
  const reason = first ? `line ${first.line}: ${first.message}` : 'no line was refused';
  throw new Error(`Of ${rows} lines ${report.created} went in and ${entered} entered; ${reason}`);
}
