import i18next from 'i18next';
import { Refusal } from './refusal';

export type ListRow = Readonly<Record<string, unknown>>;

interface ListPage {
  readonly items: readonly ListRow[];
  readonly nextCursor: string | null;
}

const pageSize = 50;

/**
 * One page of a list whose address the server named itself (a figure's `list`).
 * Anything but a path of this API is refused: an address must not lead the session elsewhere.
 */
export async function readList(path: string, cursor: string | null): Promise<ListPage> {
  const url = new URL(path, window.location.origin);
  if (url.origin !== window.location.origin || !url.pathname.startsWith('/api/v1/')) {
    throw new Error('A list lies outside the API');
  }
  url.searchParams.set('limit', String(pageSize));
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  const response = await fetch(url, { headers: { 'Accept-Language': i18next.language } });
  const body: unknown = await response.json();
  if (!response.ok) throw new Refusal(body);
  return body as ListPage;
}
