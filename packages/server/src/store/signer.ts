/** 电子签名 of receipts: ES256 with a key of the service; its public half can be had by everyone. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { readOrMake } from './write-once.js';

/** Public key as JWK (RFC 7517); `kid` is its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

export interface Signer {
  readonly key: PublicKey;
  /** Compact JWS (RFC 7515) over the JSON of the payload; worked out beside the main thread. */
  sign(payload: object): Promise<string>;
}

/** Not a private key of the curve P-256 in PEM. */
export class WrongKeyError extends Error {
  override readonly name = 'WrongKeyError';
}

function signerOf(key: KeyObject): Signer {
  const { kty, crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y) throw new WrongKeyError('the signing key is not of the curve P-256');
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  const head = Buffer.from(JSON.stringify({ alg: 'ES256', kid })).toString('base64url');
  return {
    key: { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' },
    sign: (payload) =>
      new Promise((resolve, reject) => {
        const text = `${head}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
        sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, (error, bytes) =>
          error ? reject(error) : resolve(`${text}.${bytes.toString('base64url')}`),
        );
      }),
  };
}

const made = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

/**
 * @param pem the key, when it is kept elsewhere (`ZWGK_SIGNING_KEY`)
 * @param folder where it is kept otherwise: made on first use, readable by its owner alone; of this process without one
 * @throws WrongKeyError
 */
export function openSigner(pem: string | undefined, folder: string | undefined): Signer {
  const text = pem ?? (folder === undefined ? made() : readOrMake(join(folder, 'signing-key.pem'), made));
  try {
    // In an environment variable line ends are often written as \n.
    return signerOf(createPrivateKey(text.replaceAll('\\n', '\n')));
  } catch (error) {
    if (error instanceof WrongKeyError) throw error;
    throw new WrongKeyError('the signing key cannot be read');
  }
}
