/** What a reader of a case rarely needs, loaded then: a code out of six words, a file of the case. */
import { createComplaintFiles, type CaseKey, type Http } from '@zwgk/client';
import type { CaseFile } from '@zwgk/schema';
import { saveAs } from '../shared/save.js';

export { codeOfWords } from '@zwgk/schema';

/** Fetches a file with the code in the body of the request, and hands it to the browser's folder for downloads. */
export async function saveFile(http: Http, key: CaseKey, { id, name }: CaseFile): Promise<void> {
  const bytes = await createComplaintFiles(http).download(key, id);
  // As bytes of no kind: a browser saves them and opens nothing.
  saveAs(name, new Blob([bytes], { type: 'application/octet-stream' }));
}
