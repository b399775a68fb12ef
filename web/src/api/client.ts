import createFetchClient from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import i18next from 'i18next';
import type { paths } from './schema';

const unauthorized = 401;
let onStranger: () => void = () => undefined;

/** The server takes for a stranger whom the page may take for signed in: the session is over. */
export function whenStranger(listener: () => void): void {
  onStranger = listener;
}

/** Requests typed by the server's own description. Same origin, session in a cookie. */
export const api = createFetchClient<paths>({ baseUrl: '/' });

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18next.language);
    return request;
  },
  async onResponse({ response }) {
    if (response.status === unauthorized) onStranger();
    if (response.ok || isJson(response)) return undefined;
    // A proxy's own error page: give it the shape of a problem, so that callers need to know one.
    const body = { code: 'unexpected', title: '', status: response.status };
    return new Response(JSON.stringify(body), { status: response.status });
  },
});

export const query = createQueryHooks(api);

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}
