import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../platform/http/page.js';
import { figureKeys, figureUnits, scopeId } from '../statistics.rules.js';
import type {
  FairFace,
  Figure,
  FigureKey,
  FigureSet,
  FigureUnit,
  ScopeKind,
} from '../statistics.rules.js';

export class FigureResponse {
  @ApiProperty({ type: String, enum: [...figureKeys] })
  key: FigureKey;

  /** `null` where it has no meaning, such as a ratio to nobody. */
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;

  @ApiProperty({ type: String, enum: [...figureUnits] })
  unit: FigureUnit;

  /** The API path whose items are exactly what the number counts. */
  @ApiProperty({ type: String, nullable: true })
  list: string | null;
}

export class FiguresResponse {
  @ApiProperty({ type: String, enum: ['season', 'fair', 'company'] })
  scope: ScopeKind;

  /** The fair or the company; a season has none. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  id: string | null;

  /** All figures are of this one moment. */
  @ApiProperty({ type: String, format: 'date-time' })
  takenAt: string;

  @ApiProperty({ type: [FigureResponse] })
  figures: FigureResponse[];
}

export class FairFiguresResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  fairId: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  nameEn: string | null;

  @ApiProperty({ type: String })
  status: string;

  @ApiProperty({ type: String, format: 'date-time' })
  opensAt: string;

  @ApiProperty({ type: [FigureResponse] })
  figures: FigureResponse[];
}

export class FairFiguresPage extends PageOf(FairFiguresResponse) {}

export class CompanyFiguresResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  companyId: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  nameEn: string | null;

  @ApiProperty({ type: [FigureResponse] })
  figures: FigureResponse[];
}

export class CompanyFiguresPage extends PageOf(CompanyFiguresResponse) {}

export function figuresResponse({ scope, takenAt, figures }: FigureSet): FiguresResponse {
  return {
    scope: scope.kind,
    id: scopeId(scope),
    takenAt: takenAt.toISOString(),
    figures: [...figures],
  };
}

export function fairFiguresResponse(row: {
  readonly fair: FairFace;
  readonly figures: readonly Figure[];
}): FairFiguresResponse {
  const { id, name, nameEn, status, opensAt } = row.fair;
  return {
    fairId: id,
    name,
    nameEn,
    status,
    opensAt: opensAt.toISOString(),
    figures: [...row.figures],
  };
}

export function companyFiguresResponse(row: {
  readonly companyId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly figures: readonly Figure[];
}): CompanyFiguresResponse {
  return { ...row, figures: [...row.figures] };
}
