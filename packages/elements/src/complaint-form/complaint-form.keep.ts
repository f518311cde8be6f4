/** The page that the form stands in: what it keeps of a draft, only when the reader asks for it, and whose it is. */
import { packDraft, unpackDraft, type KeptDraft } from './complaint-form.draft.js';

/** Where drafts are kept; nothing where the reader has switched that off: then nothing is kept, and nothing is offered. */
export function draftStore(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** True where the page comes from the origin of the service, so that no scripts of others are in it. */
export function isOwn(base: string): boolean {
  try {
    return new URL(base, document.baseURI).origin === location.origin;
  } catch {
    return false;
  }
}

/** Each body has a draft of its own. */
const placeOf = (org: string | undefined): string => `zwgk-draft:${org ?? ''}`;

export const readDraft = (org: string | undefined, now: number): KeptDraft | undefined =>
  unpackDraft(draftStore()?.getItem(placeOf(org)) ?? null, now);

/** Keeps a draft, or with none throws away what was kept. False when it could not: the store is full. */
export function keepDraft(org: string | undefined, draft: KeptDraft | undefined): boolean {
  try {
    if (draft) draftStore()?.setItem(placeOf(org), packDraft(draft));
    else draftStore()?.removeItem(placeOf(org));
    return true;
  } catch {
    return false;
  }
}
