import { useEffect, useState } from 'react';

const settledMs = 300;

/** What she typed, once she has paused: each letter is not a question. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
