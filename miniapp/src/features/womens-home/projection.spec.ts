import { drawingOf } from './projection';

const size = { width: 344, height: 300, margin: 32 };
const centre = { lng: 118.386, lat: 24.96 };
const moved = (lng: number, lat: number) => ({ lng: centre.lng + lng, lat: centre.lat + lat });

describe('the drawn map', () => {
  it('keeps every point inside its margins, with north up and east to the right', () => {
    const points = [centre, moved(0.2, 0.01), moved(-0.03, -0.1), moved(0.001, 0.08)];

    const drawn = points.map(drawingOf(points, size).place);

    for (const { x, y } of drawn) {
      expect(x).toBeGreaterThanOrEqual(size.margin - 0.001);
      expect(x).toBeLessThanOrEqual(size.width - size.margin + 0.001);
      expect(y).toBeGreaterThanOrEqual(size.margin - 0.001);
      expect(y).toBeLessThanOrEqual(size.height - size.margin + 0.001);
    }
    expect(drawn[1]!.x).toBeGreaterThan(drawn[0]!.x);
    expect(drawn[3]!.y).toBeLessThan(drawn[0]!.y);
  });

  it('draws a bar that is as long as it says', () => {
    const north = moved(0, 0.05);
    const { place, bar } = drawingOf([centre, north], size);

    const pixels = Math.abs(place(north).y - place(centre).y);
    const metres = 0.05 * 111_320;

    expect((bar.metres / bar.width) * pixels).toBeCloseTo(metres, 3);
    expect(['1', '2', '5']).toContain(String(bar.metres)[0]);
  });

  it('puts one point alone in the middle', () => {
    expect(drawingOf([centre], size).place(centre)).toEqual({ x: 172, y: 150 });
  });
});
