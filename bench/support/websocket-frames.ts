/** Calls back with the payload of each whole frame of a server; returns the bytes of a started one. */
export function readFrames(bytes: Buffer, take: (payload: Buffer) => void): Buffer {
  let start = 0;
  for (;;) {
    const header = readHeader(bytes, start);
    if (!header || header.end > bytes.length) return bytes.subarray(start);
    take(bytes.subarray(header.payloadStart, header.end));
    start = header.end;
  }
}

function readHeader(bytes: Buffer, start: number) {
  const short = bytes.length > start + 1 ? (bytes[start + 1] ?? 0) & 0x7f : undefined;
  if (short === undefined) return undefined;
  const payloadStart = start + (short < 126 ? 2 : short === 126 ? 4 : 10);
  if (payloadStart > bytes.length) return undefined;
  const length =
    short < 126
      ? short
      : short === 126
        ? bytes.readUInt16BE(start + 2)
        : Number(bytes.readBigUInt64BE(start + 2));
  return { payloadStart, end: payloadStart + length };
}

/** A masked text frame as clients must send it; the mask is zero. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const long = payload.length > 125;
  const header = Buffer.alloc(long ? 8 : 6);
  header[0] = 0x81;
  header[1] = 0x80 | (long ? 126 : payload.length);
  if (long) header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}
