import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { grantsOfRole, rightsOf } from '../../../src/modules/identity/identity.rules.js';
import { permissionKey, publicPermission } from '../../../src/platform/auth/permission.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

const socketMessageKey = 'websockets:message_mapping';

interface Handler {
  readonly name: string;
  readonly permission: string | undefined;
}

describe('permissions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ WORKERS: 'external' });
  });
  afterAll(() => app.stop());

  /** Every route handler and socket message handler of the running application. */
  function handlers(): Handler[] {
    const discovery = new DiscoveryService(app.app.get(ModulesContainer));
    const scanner = new MetadataScanner();
    const reflector = new Reflector();
    return [...discovery.getControllers(), ...discovery.getProviders()].flatMap((wrapper) => {
      const prototype = wrapper.metatype?.prototype as Record<string, () => void> | undefined;
      if (!wrapper.instance || !prototype) return [];
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method] as () => void;
        const answers =
          reflector.get(METHOD_METADATA, handler) !== undefined ||
          reflector.get(socketMessageKey, handler) !== undefined;
        const permission = reflector.get<string | undefined>(permissionKey, handler);
        return answers ? [{ name: `${wrapper.name}.${method}`, permission }] : [];
      });
    });
  }

  it('stand on every route and every socket message', () => {
    expect(handlers().length).toBeGreaterThan(5);
    const open = handlers().filter(({ permission }) => permission === undefined);
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('are granted by some role, so that no route is closed to everybody', () => {
    const granted = new Set<string>([
      publicPermission,
      ...rightsOf([]).permissions,
      ...Object.values(grantsOfRole)
        .flatMap((ofRole) => Object.values(ofRole))
        .flatMap(({ own, everywhere }) => [...own, ...everywhere]),
    ]);
    const orphans = handlers().filter(({ permission }) => !granted.has(permission ?? ''));
    expect(orphans).toEqual([]);
  });

  it('refuse a visitor on every route that is not public', async () => {
    const document = (await Person.visitor(app.url).get('/api/openapi.json')).body as {
      paths: Record<string, Record<string, { 'x-permission'?: string }>>;
    };
    const visitor = Person.visitor(app.url);
    const answers: string[] = [];
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        if (operation['x-permission'] === publicPermission) continue;
        const url = path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
        const { status } = await visitor.request(method.toUpperCase(), url);
        if (status !== 401) answers.push(`${method} ${path} answered ${status}`);
      }
    }
    expect(answers).toEqual([]);
  });
});
