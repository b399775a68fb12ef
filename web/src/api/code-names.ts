import type { Code } from './models';

type Language = 'zh' | 'en';

/** Names by code. Districts that a list leaves out are shown under their city or province. */
export function namesOf(codes: readonly Code[], language: Language): (code: string) => string {
  const names = new Map(codes.map((code) => [code.code, code[language]]));
  return (code) => names.get(code) ?? regionAbove(names, code) ?? code;
}

/** Choices in the list's own order; a district says of which city it is: there are many Gulou. */
export function optionsOf(
  codes: readonly Code[],
  language: Language,
): { value: string; label: string }[] {
  const names = new Map(codes.map((code) => [code.code, code[language]]));
  return codes.map(({ code, [language]: name }) => {
    const above = regionAbove(names, code);
    return { value: code, label: above === undefined ? name : `${name} · ${above}` };
  });
}

/** GB/T 2260: two digits name the province, four the city. */
function regionAbove(names: ReadonlyMap<string, string>, code: string): string | undefined {
  if (!/^\d{6}$/.test(code) || code.endsWith('0000')) return undefined;
  const city = code.endsWith('00') ? undefined : names.get(`${code.slice(0, 4)}00`);
  return city ?? names.get(`${code.slice(0, 2)}0000`);
}
