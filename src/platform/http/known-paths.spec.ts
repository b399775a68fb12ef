import { KnownPaths } from './known-paths.js';

describe('the paths there are', () => {
  const paths = new KnownPaths();
  paths.add('/fairs', ['GET', 'HEAD']);
  paths.add('/fairs', ['POST']);
  paths.add('/fairs/:id', ['GET']);
  paths.add('/fairs/export', ['POST']);
  paths.add('/fairs/:id/files/*', ['PUT']);
  paths.add('/docs.json', ['GET']);

  it.each([
    ['/fairs', ['GET', 'HEAD', 'POST']],
    ['/fairs/7', ['GET']],
    ['/fairs/export', ['GET', 'POST']],
    ['/fairs/7/files/a/b', ['PUT']],
    ['/docs.json', ['GET']],
    ['/docs-json', []],
    ['/fairs/', []],
    ['/fairs/7/booths', []],
    ['/', []],
  ])('%s takes %j', (path, methods) => {
    expect(paths.methodsOf(path)).toEqual(methods);
  });
});
