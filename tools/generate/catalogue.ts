import type { Described, DescribedEvent } from './image.ts';

/** TypeScript of `gen/catalogue.ts`: each event's codec and subject parts, each rpc's declaration. */
export function catalogueSource({ events, rpcs }: Described): string {
  const services = [...new Set(events.map((event) => event.service))];
  const imports = services.map((service) => `import * as ${service} from './yitu/${service}/v1/events.ts';`);
  const declarations = rpcs.map(
    ({ path, ...declaration }) => `${JSON.stringify(path)}: ${JSON.stringify(declaration)},`,
  );
  return `// Generated from proto/ by "npm run generate". Do not edit.
import { describeEvent } from '../event-kind.ts';
import type { RpcDeclaration } from '../rpc.ts';
${imports.join('\n')}

${events.map(constant).join('\n')}

/** Every event, timer and hint by its CloudEvents type. */
export const eventCatalogue = [${events
    .map((event) => event.message)
    .map(lowerFirst)
    .join(', ')}] as const;

/** What each rpc declares of who may call it, by its path. */
export const rpcDeclarations: Readonly<Record<string, RpcDeclaration>> = { ${declarations.join('\n')} };
`;
}

const constant = ({ service, message, kind, noun, what, comment }: DescribedEvent) =>
  `${comment ? `/** ${comment} */\n` : ''}export const ${lowerFirst(message)} = describeEvent(${service}.${message}, ${JSON.stringify({ kind, service, noun, what })});`;

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
