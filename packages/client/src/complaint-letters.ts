/** 公开答复的来信: answered letters, published with consent and masked; the newest first. */
import { Letter } from '@zwgk/schema';
import { createDocuments } from './documents.js';
import type { CallOptions, Http } from './http.js';
import { parseLenient } from './parse.js';

/** The newest letters, at most `max`, from a service or a folder; those that are not well formed are left out. */
export async function publishedLetters(http: Http, max: number, options?: CallOptions): Promise<Letter[]> {
  const letters: Letter[] = [];
  for await (const item of createDocuments(http, 'letters', Letter).all({ pageSize: 100 }, options)) {
    try {
      letters.push(parseLenient(Letter, item, 'invalid_response'));
    } catch {
      // One that cannot be read must not hide the others.
    }
    if (letters.length >= max) break;
  }
  return letters;
}
