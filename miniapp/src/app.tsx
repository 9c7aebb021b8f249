import { useEffect, type PropsWithChildren } from 'react';
import { followElderChoice } from '@/features/account/elder-choice';
import { sendWhatIsSealed } from '@/features/visit/send-what-is-sealed';
import { nameBars } from '@/platform/browser-frame';
import { guardReturn } from '@/platform/exit';
import './tokens.scss';
// Its reset must stand before everything that styles what can be tapped, whichever page loads first.
import '@/components/tap.scss';

guardReturn();

export default function App({ children }: PropsWithChildren) {
  useEffect(nameBars, []);
  useEffect(sendWhatIsSealed, []);
  useEffect(followElderChoice, []);
  return children;
}
