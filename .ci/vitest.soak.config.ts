import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

// The long versions of the fault tests: many more moments, one after the other.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['src/**/*.soak.test.ts'],
    exclude: ['node_modules/**'],
    testTimeout: 120_000,
  },
});
