import { Id, MustBeTrue, TextMap } from '../../../platform/http/fields.js';

export class SubmitApplicationDto {
  @Id()
  jobPostingId: string;

  /** The fair in which the opening was seen; its figures count this application. */
  @Id({ optional: true })
  fairId?: string;

  /** The live session whose card was pressed. */
  @Id({ optional: true })
  liveSessionId?: string;

  /** Answers to the screening questions by question id. */
  @TextMap(20, 2_000)
  answers: Record<string, string>;

  /** Separate consent to hand the résumé to this one employer (PIPL art. 23). */
  @MustBeTrue()
  consent: true;
}
