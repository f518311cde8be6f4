// 展示时遮盖个人信息（个人信息保护法第6、28条：最小必要）。

/** 张三 → `张*`: the first character with its marks; how long the rest is stays hidden. A one-character name → `*`. */
export function maskName(name: string): string {
  const first = /^\P{M}\p{M}*/u.exec(name.trim())?.[0] ?? '';
  return name.trim() === first ? '*' : `${first}*`;
}

/** 身份证号 → first and last character: `1****************X`. Text of any other length ≤ 2 is hidden wholly. */
export function maskId(id: string): string {
  const all = [...id.trim()];
  if (all.length <= 2) return '*'.repeat(all.length);
  return `${all[0]}${'*'.repeat(all.length - 2)}${all[all.length - 1]}`;
}

/** 13800138000 → `138****8000`; any other number keeps its last two characters at most. */
export function maskPhone(phone: string): string {
  const text = phone.trim();
  const mobile = /^(?:\+?86)?[- ]?(1\d{2})[- ]?\d{4}[- ]?(\d{4})$/.exec(text);
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  return text.length <= 4 ? '*'.repeat(text.length) : `${'*'.repeat(text.length - 2)}${text.slice(-2)}`;
}
