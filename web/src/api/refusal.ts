/** A request that the server refused, carrying what it said: the body of its problem document. */
export class Refusal extends Error {
  constructor(readonly body: unknown) {
    super('The server refused the request');
  }
}

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The content of an answer; a refusal is thrown. */
export async function contentOf<Data>(request: Promise<Result<Data>>): Promise<Data> {
  const { data, error, response } = await request;
  if (!response.ok) throw new Refusal(error);
  // Answers without content (204) have no data, and their type says so.
  return data as Data;
}

/** As `contentOf`, where one status only means that there is nothing. */
export async function contentOrNull<Data>(
  request: Promise<Result<Data>>,
  absent: number,
): Promise<Data | null> {
  const result = await request;
  return result.response.status === absent ? null : contentOf(Promise.resolve(result));
}
