import { useSyncExternalStore } from 'react';

const synthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis : undefined;
const chineseVoice = () =>
  synthesis()
    ?.getVoices()
    .find(({ lang }) => /^zh/i.test(lang));

function watch(watcher: () => void): () => void {
  // A browser learns its voices some time after it opened.
  synthesis()?.addEventListener?.('voiceschanged', watcher);
  return () => synthesis()?.removeEventListener?.('voiceschanged', watcher);
}

/** Whether this browser has a Chinese voice. */
export const useVoice = (): boolean =>
  useSyncExternalStore(watch, () => chineseVoice() !== undefined);

/** Reads a text out in place of what was read before; then says whether it could. */
export function speak(text: string, ended: (spoken: boolean) => void): void {
  const voice = chineseVoice();
  if (!voice) return ended(false);
  hush();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.9;
  words.onend = () => ended(true);
  words.onerror = ({ error }) => ended(error === 'interrupted' || error === 'canceled');
  synthesis()?.speak(words);
}

export function hush(): void {
  synthesis()?.cancel();
}
