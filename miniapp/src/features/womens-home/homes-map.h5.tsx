import { a11y } from '@/platform/a11y';
import type { HomesMapProps } from './homes-map-props';
import { drawingOf } from './projection';
import './homes-map.scss';

const size = { width: 344, height: 300, margin: 32 };
const pinRadius = 13;
const barHeight = 28;

/** The points around her, drawn by us: no tiles, no network. The list says the same in words. */
export function HomesMap({ homes, from, isHers, chosenId, onChoose }: HomesMapProps) {
  const { place, bar } = drawingOf([from, ...homes.map(({ point }) => point)], size);
  const her = place(from);
  const words = `地图，${homes.length} 个家的位置。同样的内容在列表里。`;
  return (
    <svg
      className="homes-map"
      viewBox={`0 0 ${size.width} ${size.height + barHeight}`}
      {...a11y({ role: 'img', label: words })}
    >
      {isHers && (
        <g transform={`translate(${her.x} ${her.y})`}>
          <circle className="homes-map__her" r="7" />
          <text className="homes-map__word" y="24">
            您
          </text>
        </g>
      )}
      {homes
        .map((home, index) => ({ home, number: index + 1 }))
        .reverse()
        .map(({ home, number }) => {
          const { x, y } = place(home.point);
          const look =
            home.id === chosenId ? 'homes-map__pin homes-map__pin--on' : 'homes-map__pin';
          return (
            <g
              key={home.id}
              className={look}
              transform={`translate(${x} ${y})`}
              onClick={() => onChoose(home.id)}
            >
              <circle className="homes-map__reach" r="24" />
              <circle className="homes-map__dot" r={pinRadius} />
              <text className="homes-map__word" y="5">
                {number}
              </text>
            </g>
          );
        })}
      <g transform={`translate(16 ${size.height + 8})`}>
        <path className="homes-map__bar" d={`M0 -6 V0 H${bar.width} V-6`} />
        <text className="homes-map__length" x={bar.width + 8} y="2">
          {bar.metres < 1000 ? `${bar.metres} 米` : `${bar.metres / 1000} 公里`}
        </text>
      </g>
    </svg>
  );
}
