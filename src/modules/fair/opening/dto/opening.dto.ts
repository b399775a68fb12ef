import { Choice, Id, Pattern, Text } from '../../../../platform/http/fields.js';
import { PageQuery } from '../../../../platform/http/page.js';
import { openingStates } from '../opening.rules.js';
import type { OpeningState } from '../opening.rules.js';

export class OpeningListQuery extends PageQuery {
  /** `open`: one can apply now. `placed`: all that count, whatever became of them. */
  @Choice(openingStates, { optional: true })
  state?: OpeningState;

  /** Part of the title or of the company's name. */
  @Text(1, 100, { optional: true })
  query?: string;

  /** 职业分类大典; a class includes all below it. */
  @Pattern(/^\d(?:-\d{2}){0,3}$/, { optional: true })
  occupationCode?: string;

  /** GB/T 2260; a province or a city includes all in it. */
  @Pattern(/^\d{6}$/, { optional: true })
  regionCode?: string;

  @Id({ optional: true })
  companyId?: string;
}
