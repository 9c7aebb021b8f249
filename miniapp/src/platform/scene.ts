import { decoded, usePageQuery, type PageQuery } from './navigate';

const inAddress = /\/q\/([\w-]+)/;

/**
 * The code of the poster she scanned: `code` in a browser, `q` (the whole address) for an ordinary
 * QR code and `scene` for a mini-program code in WeChat.
 */
export function scannedCode({ code, q, scene }: PageQuery): string | undefined {
  if (code) return code;
  const address = q && inAddress.exec(decoded(q));
  if (address) return address[1];
  return scene ? decoded(scene).replace(/^code=/, '') : undefined;
}

export const useScannedCode = (): string | undefined => scannedCode(usePageQuery());
