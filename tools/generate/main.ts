import { generate } from './generate.ts';

const written = await generate({ check: false });
console.log(
  written.length === 0
    ? 'everything generated is current'
    : written.map((path) => `written: ${path}`).join('\n'),
);
