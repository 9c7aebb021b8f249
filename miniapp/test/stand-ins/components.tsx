import { createElement, type HTMLAttributes, type PropsWithChildren } from 'react';

type Props = PropsWithChildren<HTMLAttributes<HTMLElement> & Record<string, unknown>>;

// Taro's elements take properties that the browser's do not know.
const onlyTaro = new Set(['hoverClass', 'scrollY', 'scrollX']);

const standIn = (tag: string) =>
  function StandIn({ children, ...props }: Props) {
    const known = Object.entries(props).filter(([name]) => !onlyTaro.has(name));
    return createElement(tag, Object.fromEntries(known), children);
  };

export const View = standIn('div');
export const Text = standIn('span');
export const ScrollView = standIn('div');
export const Image = standIn('img');
export const Map = standIn('div');
