/** The methods of every path there is, by which a wrong method is told from a wrong path. */
export class KnownPaths {
  private readonly routes = new Map<string, { shape: RegExp; methods: Set<string> }>();

  /** @param path of a route, for example `/fairs/:id` */
  add(path: string, methods: readonly string[]): void {
    const route = this.routes.get(path) ?? { shape: shapeOf(path), methods: new Set() };
    for (const method of methods) route.methods.add(method);
    this.routes.set(path, route);
  }

  /** @returns nothing where no route has this path */
  methodsOf(path: string): string[] {
    const fitting = [...this.routes.values()].filter(({ shape }) => shape.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function shapeOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
