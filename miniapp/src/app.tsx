import type { PropsWithChildren } from 'react';
import './tokens.scss';

export default function App({ children }: PropsWithChildren) {
  return children;
}
