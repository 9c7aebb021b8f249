import { secretsBelow } from '../../../server/test/secrets';
import { allPages, appJsonOf, missingPageFiles, packageBytes } from './checks/package';
import { compiledByWechat, missingOnPhones, unreadable } from './checks/code';
import { settingFaults } from './checks/settings';
import { unnamed } from './checks/spoken';
import { bootWeapp, weappRoot } from './phone';

const mainBytes = 450_000;
const packageLimit = 2 * 1024 * 1024;
const setDataLimit = 256 * 1024;

describe('the WeChat build', () => {
  it('is small enough to hand out', () => {
    const { main, ...subs } = packageBytes(weappRoot);
    process.stdout.write(`weapp bytes: ${JSON.stringify({ main, ...subs })}\n`);

    expect(main).toBeLessThan(mainBytes);
    expect(Object.values(subs).filter((bytes) => bytes > packageLimit)).toEqual([]);
  });

  it('has every file of every page, and each can be read', () => {
    expect(missingPageFiles(weappRoot)).toEqual([]);
    expect(unreadable(weappRoot)).toEqual([]);
  });

  it('uses nothing that phones lack', () => {
    expect(missingOnPhones(weappRoot)).toEqual([]);
  });

  it('declares what it asks of her phone, its tabs and its sitemap', () => {
    expect(settingFaults(weappRoot)).toEqual([]);
  });

  it('holds no secret', () => {
    expect(secretsBelow(weappRoot)).toEqual([]);
  });

  it('is compiled by WeChat’s own compiler', async () => {
    const { files, fault } = await compiledByWechat(weappRoot);

    expect(fault).toBeUndefined();
    expect(files).toBeGreaterThan(0);
  });

  it.each(allPages(appJsonOf(weappRoot)))('names all that can be tapped on %s', async (page) => {
    const phone = await bootWeapp();
    await phone.open(page);
    await phone.until(() => phone.text().length > 0);

    expect(unnamed(phone.tree())).toEqual([]);
    expect(Math.max(...phone.setDataBytes)).toBeLessThan(setDataLimit);
  });
});
