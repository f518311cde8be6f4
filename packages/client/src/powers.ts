/** Powers and duties (权责事项): fetch one, page through many, or check what a page author handed over. */
import { PowerItem } from '@zwgk/schema';
import { createDocuments, type Documents } from './documents.js';
import type { Http } from './http.js';

export type Powers = Documents<PowerItem>;

/** Pure over `http`: no globals and no state. */
export const createPowers = (http: Http): Powers => createDocuments(http, 'powers', PowerItem);
