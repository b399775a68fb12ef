import { ApiProperty } from '@nestjs/swagger';

export class CodeResponse {
  code: string;
  zh: string;
  en: string;
}

export class CodeListResponse {
  @ApiProperty({ type: [CodeResponse] })
  items: CodeResponse[];
}
