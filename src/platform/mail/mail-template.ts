import type { Locale } from '../errors/domain-error.js';

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** A mail in both languages; `{name}` places are filled from the intent's parameters. */
export type MailTemplate = Readonly<Record<Locale, MailText>>;

const templates = new Map<string, MailTemplate>();

/** Registers a module's mail text under the name that its intents carry. */
export function defineMailTemplate(name: string, template: MailTemplate): string {
  if (templates.has(name)) throw new Error(`Mail template ${name} is defined twice`);
  templates.set(name, template);
  return name;
}

/** @throws Error when no module of this version defines the template */
export function renderMail(
  name: string,
  locale: Locale,
  parameters: Readonly<Record<string, string | number>>,
): MailText {
  const template = templates.get(name)?.[locale];
  if (!template) throw new Error(`Mail template ${name} is unknown`);
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (place, key: string) => String(parameters[key] ?? place));
  return { subject: fill(template.subject), text: fill(template.text) };
}
