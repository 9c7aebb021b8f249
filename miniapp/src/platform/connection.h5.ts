/** Whether there is a network at all. Taro asks `navigator.connection`, which never says that there is none. */
export const isConnected = async (): Promise<boolean> => navigator.onLine;

/** Tells when the network comes and goes. Returns what stops it. */
export function watchConnection(hear: (connected: boolean) => void): () => void {
  const tell = () => hear(navigator.onLine);
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
