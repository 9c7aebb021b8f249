import { asSeenInWeChat, whereSheIs } from './location';

const metresPerDegree = 111_320;
const metresApart = (a: { lng: number; lat: number }, b: { lng: number; lat: number }) =>
  Math.hypot(
    (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180) * metresPerDegree,
    (a.lat - b.lat) * metresPerDegree,
  );

describe('a position from a browser', () => {
  // The pairs that eviltransform, a reference implementation of the transform, tests itself with.
  it.each([
    ['上海', [121.5272106, 31.1774276], [121.531541859215, 31.17530398364597]],
    ['深圳', [113.912316, 22.543847], [113.9171764808363, 22.540796131694766]],
    ['北京', [116.377817, 39.911954], [116.38404722455657, 39.91334545536069]],
  ])('is moved to where Chinese maps show it: %s', (_name, wgs84, gcj02) => {
    const [longitude = 0, latitude = 0] = wgs84;
    const [lng = 0, lat = 0] = gcj02;
    expect(metresApart(asSeenInWeChat({ longitude, latitude }), { lng, lat })).toBeLessThan(1);
  });

  it('is left as it is outside China', () => {
    expect(asSeenInWeChat({ longitude: 2.3522, latitude: 48.8566 })).toEqual({
      lng: 2.3522,
      lat: 48.8566,
    });
  });

  it.each([
    [1, 'refused'],
    [2, 'unavailable'],
    [3, 'unavailable'],
  ])('says why it is not known: code %i', async (code, kind) => {
    const geolocation = {
      getCurrentPosition: (_ok: unknown, fail: (error: { code: number }) => void) => fail({ code }),
    };
    Object.defineProperty(navigator, 'geolocation', { value: geolocation, configurable: true });

    await expect(whereSheIs()).resolves.toEqual({ kind });
  });
});
