import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { whenNoPageComes } from './reload-when-outdated';

/** A component that is loaded when it is first shown. */
export function lazyPage<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: (await load())[name] };
    } catch (error) {
      await whenNoPageComes();
      throw error;
    }
  });
}
