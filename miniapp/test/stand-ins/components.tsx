import { createElement, type HTMLAttributes, type PropsWithChildren } from 'react';

type Props = PropsWithChildren<HTMLAttributes<HTMLElement> & Record<string, unknown>>;

// Taro's elements take properties that the browser's do not know.
const standIn = (tag: string) =>
  function StandIn({ hoverClass: _hover, scrollY: _scroll, children, ...props }: Props) {
    return createElement(tag, props, children);
  };

export const View = standIn('div');
export const Text = standIn('span');
export const ScrollView = standIn('div');
export const Image = standIn('img');
export const Map = standIn('div');
