import { useEffect } from 'react';
import { useDidShow } from '@tarojs/taro';

const slate = 'screen--help';

/** The bar that Taro draws above a help page is slate too: its colours come from the page's tokens. */
export function useWindowLook(help: boolean): void {
  const dress = () => document.getElementById('taro-navigation-bar')?.classList.toggle(slate, help);
  useEffect(() => void dress(), [help]);
  useDidShow(dress);
}
