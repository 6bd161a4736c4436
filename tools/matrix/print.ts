import { reachOf, type Person } from '@yitu/access';
import { builtInRoles } from '../../services/identity/src/roles/built-in.ts';
import { isPermission, type Operation } from './operations.ts';

/** The forms in which the matrix is printed. */
export const formats = ['text', 'md', 'csv'] as const;
export type Format = (typeof formats)[number];

const letters = { own: 'o', branch: 'b', agency: 'A' } as const;

const legend =
  'o own, b branch with all below it, A agency, – not at all; * nobody does it to what they made (four eyes)';

/** The matrix for people: an operation a line, a role a column, each cell saying how far the role goes. */
export function printMatrix(operations: readonly Operation[], format: Format): string {
  const roles = Object.keys(builtInRoles);
  const rows = operations.map((operation) => [
    operation.service,
    operation.name,
    ...roles.map((role) => cellOf(operation, role)),
  ]);
  const head = ['service', 'operation', ...roles];
  if (format === 'csv') return [head, ...rows].map((row) => row.join(',')).join('\n');
  if (format === 'md')
    return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return asText(rows, roles);
}

/** How far a role goes with an operation. */
function cellOf({ access, fourEyes }: Pick<Operation, 'access' | 'fourEyes'>, role: string): string {
  if (access === 'anyone' || access === 'signed-in') return 'A';
  if (!isPermission(access)) return '–';
  const reach = reachOf(holderOf(role), access);
  return reach ? `${letters[reach]}${fourEyes ? '*' : ''}` : '–';
}

const holderOf = (role: string): Person => ({
  ...{ kind: 'person', agencyId: '', userId: '', sessionId: '', branchId: '', branchIds: [], denials: [] },
  grants: builtInRoles[role]?.grants ?? [],
});

/** The names of the roles stand above their columns, numbered, since they are longer than what is in them. */
function asText(rows: readonly string[][], roles: readonly string[]): string {
  const width = Math.max(...rows.map(([, name = '']) => name.length));
  const lines = rows.map(([service = '', name = '', ...cells], index) => {
    const begins = rows[index - 1]?.[0] !== service;
    const line = `  ${name.padEnd(width)} ${cells.map((cell) => cell.padStart(3)).join('')}`;
    return begins
      ? `\n${service.padEnd(width + 2)} ${roles.map((_role, at) => String(at + 1).padStart(3)).join('')}\n${line}`
      : line;
  });
  const numbered = roles.map((role, at) => `${String(at + 1).padStart(3)} ${role}`);
  return [...numbered, legend, ...lines].join('\n');
}
