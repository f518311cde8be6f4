/** Puts a text on the clipboard. Old government pages are not secure contexts, so the old way is the only one there. */
export function copyText(root: ShadowRoot, text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr';
  field.readOnly = true;
  const before = root.activeElement as HTMLElement | null;
  root.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  before?.focus();
  return done;
}
