import { ApiProperty } from '@nestjs/swagger';
import { localizedText } from '../errors/domain-error.js';
import type { Locale } from '../errors/domain-error.js';
import { PageOf } from '../http/page.js';
import type { Page } from '../http/page.js';
import type { ImportReport } from './csv-importer.js';
import type { ImportFault } from './csv-imports.js';

export class ImportFaultResponse {
  /** Line of the file on which the record starts; the header is line 1. */
  @ApiProperty({ type: 'integer' })
  line: number;

  /** Name of the column; empty when the line as a whole is wrong. */
  @ApiProperty({ type: String })
  column: string;

  @ApiProperty({ type: String })
  code: string;

  /** The reason in the language of the request. */
  @ApiProperty({ type: String })
  message: string;
}

export class ImportFaultPage extends PageOf(ImportFaultResponse) {}

export class ImportReportResponse {
  @ApiProperty({ format: 'uuid' })
  importId: string;

  @ApiProperty({ type: String })
  file: string;

  /** Lines after the header: created + updated + unchanged + rejected. */
  @ApiProperty({ type: 'integer' })
  rows: number;

  @ApiProperty({ type: 'integer' })
  created: number;

  @ApiProperty({ type: 'integer' })
  updated: number;

  /** Lines that say what is known already. */
  @ApiProperty({ type: 'integer' })
  unchanged: number;

  /** Lines that did not go in. */
  @ApiProperty({ type: 'integer' })
  rejected: number;

  /** The first 100 reasons; all of them stand in the list of errors of this import. */
  @ApiProperty({ type: [ImportFaultResponse] })
  errors: ImportFaultResponse[];
}

export function importReportResponse(report: ImportReport, locale: Locale): ImportReportResponse {
  const { faults, ...counts } = report;
  return { ...counts, errors: faults.map((fault) => importFaultResponse(fault, locale)) };
}

export function importFaultPage(page: Page<ImportFault>, locale: Locale): ImportFaultPage {
  return { ...page, items: page.items.map((fault) => importFaultResponse(fault, locale)) };
}

function importFaultResponse(fault: ImportFault, locale: Locale): ImportFaultResponse {
  const { line, column, code, parameters } = fault;
  return { line, column, code, message: localizedText(code, locale, parameters) };
}
