import { crc32, deflateRawSync } from 'node:zlib';

/** What of a zip is not as it should be. */
export interface Packed {
  readonly name?: string;
  readonly localName?: string;
  readonly content?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly unpacked?: number;
  readonly count?: number;
  readonly behind?: Buffer;
}

/** A zip of one file, as it should be but for what is given. */
export function zipOf({ name = 'plan.json', method = 8, flags = 0, count = 1, ...rest }: Packed = {}): Buffer {
  const { localName = name, content = Buffer.from('{"a":1}'), behind = Buffer.alloc(0) } = rest;
  const crc = rest.crc ?? crc32(content);
  const unpacked = rest.unpacked ?? content.length;
  const data = method === 8 ? deflateRawSync(content) : content;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(crc, 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(unpacked, 22);
  local.writeUInt16LE(Buffer.byteLength(localName), 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(Buffer.byteLength(name), 28);
  const body = Buffer.concat([local, Buffer.from(localName), data]);
  const directory = Buffer.concat([entry, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  end.writeUInt16LE(behind.length, 20);
  return Buffer.concat([body, directory, end, behind]);
}
