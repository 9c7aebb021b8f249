process.env.TARO_ENV = 'h5';
Object.assign(globalThis, { definePageConfig: (config: object) => config });
