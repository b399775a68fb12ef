import { ApiProperty } from '@nestjs/swagger';

export class CounterDifferenceResponse {
  /** `season`, `fair:<id>`, `company:<id>`, `session:<id>`. */
  @ApiProperty({ type: String })
  scope: string;

  @ApiProperty({ type: String })
  metric: string;

  /** What the counter says. */
  @ApiProperty({ type: 'integer' })
  counted: number;

  /** What the rows say. */
  @ApiProperty({ type: 'integer' })
  recounted: number;
}

export class ReconciliationResponse {
  /** `null` before the first one. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;

  /** Empty when every counter agrees with its rows. */
  @ApiProperty({ type: [CounterDifferenceResponse] })
  differences: CounterDifferenceResponse[];
}

export function reconciliationResponse(
  run: {
    readonly finishedAt: Date;
    readonly differences: readonly CounterDifferenceResponse[];
  } | null,
): ReconciliationResponse {
  return {
    finishedAt: run?.finishedAt.toISOString() ?? null,
    differences: [...(run?.differences ?? [])],
  };
}
