/** 验证回执: whether a receipt was signed by the service, and for which letter. Verifying needs no network. */
import { ask } from './complaint-intake.js';
import { ZwgkError } from './errors.js';
import type { CallOptions, Http } from './http.js';

/** A public key of the service (`GET /keys`): JSON Web Key Set. */
export interface ReceiptKeys {
  readonly keys: readonly (JsonWebKey & { readonly kid?: string })[];
}

/** What a receipt is signed for. */
export interface ReceiptPayload {
  readonly ticketNo: string;
  /** The body that received the letter. */
  readonly org?: unknown;
  readonly submittedAt: string;
  readonly dueAt?: string;
  readonly dueRule?: unknown;
  /** Base64url SHA-256 of the letter. */
  readonly content: string;
}

/** The letter as it was sent, with the `sha256` of its files (hexadecimal, in their order). */
export interface SentLetter {
  readonly kind: string;
  readonly title: string;
  readonly content: string;
  readonly attachments?: readonly string[];
}

export interface ReceiptCheck {
  readonly valid: boolean;
  /**
   * Why not: `unsupported` (no cryptography in this page: it needs HTTPS), `format` (no signature of this kind), `key`
   * (signed with a key that is not among these), `signature` (changed after it was signed).
   */
  readonly reason?: 'unsupported' | 'format' | 'key' | 'signature';
  /** What was signed; only when valid. */
  readonly payload?: ReceiptPayload;
  /** Whether the letter given is the one that was received; only when valid and a letter is given. */
  readonly contentMatches?: boolean;
}

/** The public keys of a service. */
export async function receiptKeys(http: Http, options?: CallOptions): Promise<ReceiptKeys> {
  const found = (await ask(http, 'keys', options)) as Partial<ReceiptKeys> | null;
  if (!Array.isArray(found?.keys))
    throw new ZwgkError('invalid_response', { issues: [{ path: ['keys'], code: 'type' }] });
  return { keys: (found.keys as ReceiptKeys['keys']).filter((key) => typeof (key as unknown) === 'object') };
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const raw = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(raw, (unit) => unit.charCodeAt(0));
};
const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Base64url SHA-256 of a letter, as it stands in the signature: keys sorted, no blanks. */
export async function letterHash({ kind, title, content, attachments = [] }: SentLetter): Promise<string> {
  const text = JSON.stringify({ attachments, content, kind, title });
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...hash))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}

/**
 * Checks the `signature` of a receipt (compact JWS, ES256) against the public keys of the service, which are kept from
 * before or asked for anew; with the letter that was sent also whether that letter is what was received.
 */
export async function verifyReceipt(signature: string, keys: ReceiptKeys, sent?: SentLetter): Promise<ReceiptCheck> {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- absent in pages without HTTPS
  if (!globalThis.crypto?.subtle) return { valid: false, reason: 'unsupported' };
  const parts = signature.trim().split('.');
  let head: { alg?: unknown; kid?: unknown; crit?: unknown } | null;
  let payload: ReceiptPayload | null;
  let proof: Uint8Array<ArrayBuffer>;
  try {
    head = JSON.parse(utf8(bytesOf(parts[0]!))) as typeof head;
    payload = JSON.parse(utf8(bytesOf(parts[1]!))) as ReceiptPayload;
    proof = bytesOf(parts[2]!);
  } catch {
    return { valid: false, reason: 'format' };
  }
  // Nothing but ES256 is taken: whoever made the text must not choose how it is checked.
  if (parts.length !== 3 || head?.alg !== 'ES256' || head.crit !== undefined || typeof payload?.ticketNo !== 'string')
    return { valid: false, reason: 'format' };
  const named = keys.keys.filter(
    ({ kid, kty, crv }) => kty === 'EC' && crv === 'P-256' && (!head.kid || !kid || kid === head.kid),
  );
  const signed = new TextEncoder().encode(`${parts[0]!}.${parts[1]!}`);
  for (const { kty, crv, x, y } of named) {
    try {
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
      const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y } as JsonWebKey, algorithm, false, ['verify']);
      if (await crypto.subtle.verify(algorithm, key, proof, signed))
        return {
          valid: true,
          payload,
          ...(sent ? { contentMatches: (await letterHash(sent)) === payload.content } : {}),
        };
    } catch {
      // A key that is none does not hide the others.
    }
  }
  return { valid: false, reason: named.length ? 'signature' : 'key' };
}
