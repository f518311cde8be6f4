/** One secret of the service, and all that is made of it: keyed hashes, sealed texts, query codes. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface Vault {
  /** Keyed hash (HMAC-SHA-256, base64url): what is stored of codes, keys and tokens. `purpose` separates the uses. */
  hash(purpose: string, text: string): string;
  /** The same as bytes, for making codes. */
  derive(purpose: string, text: string): Buffer;
  /** AES-256-GCM of a JSON value; opens only with the same purpose and the same owner (e.g. the ticket number). */
  seal(purpose: string, owner: string, value: unknown): string;
  open(purpose: string, owner: string, sealed: string): unknown;
  /** The same for the bytes of a file. */
  sealBytes(purpose: string, owner: string, bytes: Uint8Array): Buffer;
  openBytes(purpose: string, owner: string, sealed: Uint8Array): Buffer;
}

/** @param secret at least 32 random bytes; whoever has it and the database can read the letters. */
export function createVault(secret: Uint8Array): Vault {
  if (secret.length < 32) throw new RangeError('the secret must have at least 32 bytes');
  const keys = new Map<string, Buffer>();
  const keyOf = (purpose: string) => {
    let key = keys.get(purpose);
    if (!key) keys.set(purpose, (key = Buffer.from(hkdfSync('sha256', secret, 'zwgk', purpose, 32))));
    return key;
  };
  const derive = (purpose: string, text: string) =>
    createHmac('sha256', keyOf(`hash ${purpose}`))
      .update(text)
      .digest();
  const sealBytes = (purpose: string, owner: string, bytes: Uint8Array): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(`seal ${purpose}`), nonce);
    cipher.setAAD(Buffer.from(owner));
    const text = cipher.update(bytes);
    cipher.final();
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  };
  const openBytes = (purpose: string, owner: string, bytes: Uint8Array): Buffer => {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(`seal ${purpose}`), bytes.subarray(0, 12));
    cipher.setAAD(Buffer.from(owner));
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]);
  };
  return {
    derive,
    hash: (purpose, text) => derive(purpose, text).toString('base64url'),
    seal: (purpose, owner, value) =>
      sealBytes(purpose, owner, Buffer.from(JSON.stringify(value), 'utf8')).toString('base64'),
    open: (purpose, owner, sealed) =>
      JSON.parse(openBytes(purpose, owner, Buffer.from(sealed, 'base64')).toString('utf8')),
    sealBytes,
    openBytes,
  };
}
