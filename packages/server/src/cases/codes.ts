/** 查询码: made from the secret and the idempotency key, so that the same receipt can be given again; stored as a hash. */
import { QUERY_CODE_SYMBOLS, codeOfWords, formatQueryCode, compactQueryCode, queryCodeCheck } from '@zwgk/schema';
import type { Vault } from '../vault.js';

const BASE = BigInt(QUERY_CODE_SYMBOLS.length);

/**
 * The code of a letter. Who has key, letter and secret can make it; the database alone tells nothing of it. `round` is
 * for the case, expected once in 10¹⁶ letters, that another case has the code already.
 */
export function makeQueryCode(vault: Vault, key: string, draftHash: string, round = 0): string {
  let number = BigInt(`0x${vault.derive('query-code', `${key}\n${draftHash}\n${round}`).toString('hex')}`);
  let symbols = '';
  for (let i = 0; i < 11; i++) {
    symbols += QUERY_CODE_SYMBOLS[Number(number % BASE)];
    number /= BASE;
  }
  return formatQueryCode(symbols + queryCodeCheck(symbols));
}

/** What is stored of a code, whether it came as symbols or as its six spoken words. */
export const hashQueryCode = (vault: Vault, code: string): string =>
  vault.hash('case', compactQueryCode(codeOfWords(code) ?? code));

/** The same value gives the same text, whatever the order of its fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
