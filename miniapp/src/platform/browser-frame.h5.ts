import './browser-frame.scss';

const named = [
  { name: 'taro-navigation-bar-back', role: 'button', label: '返回' },
  { name: 'taro-navigation-bar-home', role: 'button', label: '回首页' },
];

/** Taro draws the bars that WeChat would; it leaves them without names and without keys. */
export function nameBars(): void {
  document.getElementById('taro-navigation-bar')?.setAttribute('role', 'banner');
  const tabs = document.querySelector('taro-tabbar');
  tabs?.setAttribute('role', 'navigation');
  tabs?.addEventListener('click', followNoAddress);
  for (const { name, role, label } of named) {
    const [bar] = document.getElementsByClassName(name);
    if (bar instanceof HTMLElement) makeButton(bar, role, label);
  }
}

// The tabs are links to `javascript:;`, which the service's headers forbid to run.
const followNoAddress = (event: Event): void => event.preventDefault();

function makeButton(element: HTMLElement, role: string, label: string): void {
  element.setAttribute('role', role);
  element.setAttribute('aria-label', label);
  element.tabIndex = 0;
  // Nothing is returned: `false` would forbid every other key, and with Tab nobody came past it.
  element.onkeydown = ({ key }) => {
    if (key === 'Enter') element.click();
  };
}
