export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: [
    '<rootDir>/src',
    '<rootDir>/test',
    '<rootDir>/scripts',
    '<rootDir>/bench',
    '<rootDir>/web/src',
  ],
  testMatch: ['**/*.@(spec|e2e).ts'],
  testTimeout: 30_000,
};
