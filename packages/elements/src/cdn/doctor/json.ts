/** Why a text is no JSON, with its place: `第 3 行第 12 列附近`; nothing when it is. */
export function jsonFault(text: string): string | undefined {
  if (!text.trim()) return '内容为空';
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const position = placeOf(String((error as Error).message), text);
    if (position === undefined) return '格式不对';
    const before = text.slice(0, position).split('\n');
    return `第 ${before.length} 行第 ${before[before.length - 1]!.length + 1} 列附近`;
  }
}

/** Why a file with one document cannot be read: what a server sent as its type and its bytes. */
export function documentFault(type: string, bytes: ArrayBuffer | Uint8Array): string | undefined {
  if (/html/.test(type)) return '返回的是网页，不是 JSON';
  try {
    return jsonFault(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return '不是 UTF-8 编码，汉字会成为乱码（用记事本打开，“另存为”时编码选 UTF-8）';
  }
}

/** Browsers tell the position, or quote ten characters before and after it, or the whole of a short text. */
function placeOf(message: string, text: string): number | undefined {
  const named = /position (\d+)/.exec(message)?.[1];
  if (named !== undefined) return Number(named);
  const line = /line (\d+) column (\d+)/.exec(message);
  if (line) {
    const lines = text.split('\n').slice(0, Number(line[1]) - 1);
    return lines.reduce((sum, one) => sum + one.length + 1, 0) + Number(line[2]) - 1;
  }
  if (/end of/i.test(message)) return text.length;
  const quoted = /token '?([\s\S]+?)'?, (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON/.exec(message);
  if (!quoted) return undefined;
  const [, token, cut, context] = quoted;
  const start = text.indexOf(context!);
  return start < 0 ? undefined : start + (cut ? 10 : Math.max(0, context!.indexOf(token!)));
}
