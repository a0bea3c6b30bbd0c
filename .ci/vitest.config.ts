import { defineConfig } from 'vitest/config';

// `root` is the project; this file lives in .ci so that the top level stays as short as the README says.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.soak.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ['default', './.ci/tally.mjs'],
  },
});
