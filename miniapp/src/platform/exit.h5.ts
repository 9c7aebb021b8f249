import { useEffect } from 'react';
import { clearAll } from './leaving';

const mark = 'left';
const neutralPage = 'weather.html';
const withinMs = 5_000;

/** Leaves at once: an empty page, then a page about the weather that loads nothing of ours. */
export function leaveNow(): void {
  document.documentElement.style.display = 'none';
  document.title = '';
  clearAll();
  sessionStorage.setItem(mark, '1');
  location.replace(neutralPage);
}

/** Shift three times within five seconds leaves too. */
export function useLeaveByKey(): void {
  useEffect(() => {
    let presses: number[] = [];
    const hear = ({ key, timeStamp }: KeyboardEvent) => {
      if (key !== 'Shift') return;
      presses = [...presses, timeStamp].filter((at) => timeStamp - at <= withinMs);
      if (presses.length >= 3) leaveNow();
    };
    window.addEventListener('keyup', hear);
    return () => window.removeEventListener('keyup', hear);
  }, []);
}

/** After she left, “back” leads to 首页, never to the page she left. Runs before the router starts. */
export function guardReturn(): void {
  goHomeOnce();
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && goHomeOnce()) location.reload();
  });
}

function goHomeOnce(): boolean {
  if (!sessionStorage.getItem(mark)) return false;
  sessionStorage.removeItem(mark);
  history.replaceState(null, '', '#/pages/home/index');
  return true;
}
