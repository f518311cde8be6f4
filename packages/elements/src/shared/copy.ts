/** Copies a text; false when the browser does not let us. Pages without HTTPS have only the old way, within `root`. */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.className = 'sr';
    area.value = text;
    area.readOnly = true;
    const before = root.activeElement as HTMLElement | null;
    root.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    before?.focus();
    return done;
  }
}
