/**
 * Array parameters in PostgreSQL's binary form (array_recv in its source): on lists of some dozens the
 * text form takes the server three times as long to read, and node-postgres as long to escape.
 */
const uuidType = 2950;
const jsonbType = 3802;
const headerLength = 20;

/** A parameter for `uuid[]`. */
export function idArray(ids: readonly (string | null)[]): Buffer {
  const elements = ids.map((id) => (id === null ? 'ffffffff' : `00000010${id}`));
  return Buffer.concat([
    header(uuidType, ids.length),
    Buffer.from(elements.join('').replaceAll('-', ''), 'hex'),
  ]);
}

/** A parameter for `jsonb[]`. */
export function jsonArray(values: readonly unknown[]): Buffer {
  const texts = values.map((value) => JSON.stringify(value));
  const lengths = texts.map((text) => 1 + Buffer.byteLength(text));
  const array = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, headerLength));
  header(jsonbType, values.length).copy(array);
  let at = headerLength;
  texts.forEach((text, index) => {
    at = array.writeInt32BE(lengths[index] ?? 0, at);
    // The version of jsonb's binary form, the only one there is.
    at = array.writeUInt8(1, at);
    at += array.write(text, at);
  });
  return array;
}

/** One dimension that starts at 1 and may hold nulls; also valid with no element. */
function header(elementType: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(headerLength);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(1, 4);
  bytes.writeInt32BE(elementType, 8);
  bytes.writeInt32BE(length, 12);
  bytes.writeInt32BE(1, 16);
  return bytes;
}
