/** What a reader of a case rarely needs, loaded then: a code out of six words, a file of the case. */
import { createComplaintFiles, type CaseKey, type Http } from '@zwgk/client';
import type { CaseFile } from '@zwgk/schema';

export { codeOfWords } from '@zwgk/schema';

/** Fetches a file with the code in the body of the request, and hands it to the browser's folder for downloads. */
export async function saveFile(http: Http, key: CaseKey, { id, name }: CaseFile): Promise<void> {
  const bytes = await createComplaintFiles(http).download(key, id);
  // Never shown in the page: whatever it is, it is a file to be kept.
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
