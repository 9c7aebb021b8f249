/** WeChat has no TextEncoder. A lone surrogate becomes U+FFFD, as there. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  const put = (byte: number) => {
    bytes[at] = byte;
    at += 1;
  };
  const follow = (code: number, shift: number) => put(0x80 | ((code >> shift) & 63));
  for (const sign of text) {
    const read = sign.codePointAt(0) ?? 0;
    const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    if (code < 0x80) {
      put(code);
      continue;
    }
    if (code < 0x800) put(0xc0 | (code >> 6));
    else if (code < 0x10000) put(0xe0 | (code >> 12));
    else put(0xf0 | (code >> 18));
    if (code >= 0x10000) follow(code, 12);
    if (code >= 0x800) follow(code, 6);
    follow(code, 0);
  }
  return bytes.slice(0, at);
}

/** Reads what `utf8` wrote. Bytes of anything else give some text or other. */
export function readUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let run: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let step = 1; step <= more; step += 1) code = (code << 6) | ((bytes[at + step] ?? 0) & 63);
    run.push(Math.min(code, 0x10ffff));
    at += more + 1;
    if (run.length < 4096) continue;
    parts.push(String.fromCodePoint(...run));
    run = [];
  }
  return parts.join('') + String.fromCodePoint(...run);
}
